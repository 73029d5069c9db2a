//! When something happened in a repository, against the dates of a catalog.

use jiff::civil::{Date as Day, date};
use jiff::{Timestamp, ToSpan as _, tz::TimeZone};
use mlops_catalog::Date;

/// The time of a commit or a tag, and the zone of who made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    seconds: i64,
    /// Seconds that the clock of its maker was ahead of UTC.
    ahead: i64,
}

impl Moment {
    /// `1514973600 +0100`, as git writes it; none if no clock can have shown that.
    pub fn parse(text: &str) -> Option<Self> {
        let (seconds, zone) = text.split_once(' ')?;
        // A commit can have any number here; a zone has four digits.
        let zone = i64::from(zone.parse::<i16>().ok()?);
        let ahead = (zone / 100 * 60 + zone % 100) * 60;
        let moment = Self { seconds: seconds.parse().ok()?, ahead };
        (moment.utc() >= GIT && ahead.abs() <= DAY).then_some(moment)
    }

    /// Its day in UTC.
    pub fn utc(self) -> Day {
        day(self.seconds)
    }

    /// Its days: that of UTC and that of its maker; both are printed by one page or another.
    fn days(self) -> [Day; 2] {
        [self.utc(), day(self.seconds.saturating_add(self.ahead))]
    }

    /// Whether it is on that date, as far as the date is known.
    pub fn is_on(self, date: Date) -> bool {
        let (first, last) = days_of(date);
        self.days().iter().any(|day| (first..=last).contains(day))
    }

    /// Whether it is before that date in every zone.
    pub fn is_before(self, date: Date) -> bool {
        self.days().iter().all(|day| *day < days_of(date).0)
    }

    /// Whether it is after that date in every zone.
    pub fn is_after(self, date: Date) -> bool {
        self.days().iter().all(|day| *day > days_of(date).1)
    }
}

/// The day of which a maker's page would speak.
impl std::fmt::Display for Moment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.days()[1].fmt(f)
    }
}

/// Clocks that are older than version control were wrong.
const GIT: Day = date(1985, 1, 1);

const DAY: i64 = 24 * 60 * 60;

fn day(seconds: i64) -> Day {
    Timestamp::from_second(seconds).map_or(Day::MIN, |time| TimeZone::UTC.to_datetime(time).date())
}

/// The first and the last day that a date can mean.
pub fn days_of(date: Date) -> (Day, Day) {
    let year = i16::try_from(date.year().get()).unwrap_or(i16::MAX);
    let part = |part: Option<u8>| part.and_then(|part| i8::try_from(part).ok());
    let day = |month, day| Day::new(year, month, day).unwrap_or(Day::MIN);
    match (part(date.month()), part(date.day())) {
        (Some(month), Some(exact)) => (day(month, exact), day(month, exact)),
        (Some(month), None) => (day(month, 1), day(month, 1).last_of_month()),
        (None, _) => (day(1, 1), day(12, 31)),
    }
}

/// Whether 24 months passed between two days; counted backwards, as the rules of the catalog do.
pub fn is_long_before(earlier: Day, later: Day) -> bool {
    earlier <= later.saturating_sub(24.months())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> Moment {
        Moment::parse(text).unwrap()
    }

    #[test]
    fn a_moment_is_on_the_day_of_its_maker_and_on_that_of_utc() {
        // 2019-05-22, 23:30 in California.
        let evening = moment("1558593000 -0700");
        for (date, on) in
            [("2019-05-21", false), ("2019-05-22", true), ("2019-05-23", true), ("2019-05", true), ("2018", false)]
        {
            assert_eq!(evening.is_on(date.parse().unwrap()), on, "{date}");
        }
        assert!(evening.is_before("2019-05-24".parse().unwrap()) && !evening.is_before("2019-05-23".parse().unwrap()));
        assert!(evening.is_after("2019-05-21".parse().unwrap()) && !evening.is_after("2019-05-22".parse().unwrap()));
        assert!(evening.is_before("2020".parse().unwrap()) && !evening.is_after("2019".parse().unwrap()));
    }

    #[test]
    fn a_clock_that_was_never_set_says_nothing() {
        let clocks = ["0 +0000", "1 -0700", "-5 +0000", "99999999999999999 +0000", "1558593000 +999999", "soon", ""];
        let zones = ["1558593000 9223372036854775807", "1558593000 -9223372036854775808", "1558593000 +32767"];
        for text in clocks.into_iter().chain(zones) {
            assert_eq!(Moment::parse(text), None, "{text}");
        }
    }

    #[test]
    fn months_have_their_lengths() {
        let days = |text: &str| days_of(text.parse().unwrap());
        assert_eq!(days("2024-02"), (date(2024, 2, 1), date(2024, 2, 29)));
        assert_eq!(days("2024"), (date(2024, 1, 1), date(2024, 12, 31)));
        assert!(
            is_long_before(date(2022, 3, 1), date(2024, 3, 1)) && !is_long_before(date(2022, 3, 2), date(2024, 3, 1))
        );
        // The 29th of February of 2020 is not two years ago before March.
        assert!(
            !is_long_before(date(2020, 2, 29), date(2022, 2, 28))
                && is_long_before(date(2020, 2, 29), date(2022, 3, 1))
        );
    }
}
