//! What is allocated, apart from all other tests: the allocator of this binary counts, thread by thread.

mod embedded;
mod hostile;
mod memory;
