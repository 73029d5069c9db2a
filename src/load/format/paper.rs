//! The files of `paper/` as written.

use serde::Deserialize;

#[cfg(feature = "schema")]
use super::shape;
use crate::load::yaml::field::Field;

#[derive(Default, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["number", "title", "category", "rows"])))]
pub(crate) struct TableFile {
    /// Its number.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Number"))]
    pub(crate) number: Field<u8>,
    /// Its caption.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Line"))]
    pub(crate) title: Field<String>,
    /// The category whose tools it lists.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Category"))]
    pub(crate) category: Field<String>,
    /// Its rows, in their order.
    pub(crate) rows: Field<Vec<Field<RowFile>>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["name", "type", "tool"])))]
pub(crate) struct RowFile {
    /// The name as printed.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Line"))]
    pub(crate) name: Field<String>,
    /// The printed type.
    #[serde(rename = "type")]
    #[cfg_attr(feature = "schema", schemars(with = "shape::PrintedType"))]
    pub(crate) kind: Field<String>,
    /// The printed year.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Year"))]
    pub(crate) released: Field<String>,
    /// The id of the tool that the row means.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Id"))]
    pub(crate) tool: Field<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["id", "caption", "answers", "options"])))]
pub(crate) struct QuestionFile {
    /// The table that shows the question, or the figure if no table does. Where the paper uses a figure's number twice, the
    /// survey's figure is meant.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Exhibit"))]
    pub(crate) id: Field<String>,
    /// The caption of that table or figure.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Line"))]
    pub(crate) caption: Field<String>,
    /// The figure that shows what the table does.
    pub(crate) figure: Field<FigureFile>,
    /// The statement that respondents could agree or disagree with.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Line", extend("examples" = ["MLOps saves time."])))]
    pub(crate) statement: Field<String>,
    /// The number of answers that a respondent could give.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Answers"))]
    pub(crate) answers: Field<String>,
    /// The number of respondents, if the paper states it for this question.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Count"))]
    pub(crate) respondents: Field<u32>,
    /// The options, in printed order.
    pub(crate) options: Field<Vec<Field<ChoiceFile>>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["number", "caption"])))]
pub(crate) struct FigureFile {
    /// Its number.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Number"))]
    pub(crate) number: Field<u8>,
    /// Its caption.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Line"))]
    pub(crate) caption: Field<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["label"])))]
pub(crate) struct ChoiceFile {
    /// The option as printed.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Line"))]
    pub(crate) label: Field<String>,
    /// The printed number of respondents who chose it.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Count"))]
    pub(crate) count: Field<u32>,
    /// The printed percentage, with the decimals that are printed.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Percent"))]
    pub(crate) percent: Field<String>,
    /// The id of the tool that the option means.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Id"))]
    pub(crate) tool: Field<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["company", "platforms", "references"])))]
pub(crate) struct CaseFile {
    /// The company.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Line"))]
    pub(crate) company: Field<String>,
    /// Its platforms, the main one first.
    pub(crate) platforms: Field<Vec<Field<PlatformFile>>>,
    /// The numbers of the references that the paper gives.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<shape::Number>"))]
    pub(crate) references: Field<Vec<Field<u8>>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["name", "role"])))]
pub(crate) struct PlatformFile {
    /// Its name.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Line"))]
    pub(crate) name: Field<String>,
    /// The role of the company.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Role"))]
    pub(crate) role: Field<String>,
    /// The id of the platform's tool, if the catalog has it.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Id"))]
    pub(crate) tool: Field<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["number", "title"])))]
pub(crate) struct ReferenceFile {
    /// Its number.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Number"))]
    pub(crate) number: Field<u8>,
    /// The authors as printed. If the paper omits some, the last one is `et al.`.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<shape::Line>", extend("examples" = [["D. Sculley", "et al."]])))]
    pub(crate) authors: Field<Vec<Field<String>>>,
    /// Its title.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Line", extend("examples" = ["Hidden technical debt in machine learning systems"])))]
    pub(crate) title: Field<String>,
    /// Where it was published.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Line", extend("examples" = ["ACM Comput. Surv., vol. 55, no. 6"])))]
    pub(crate) venue: Field<String>,
    /// When it was published.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Year"))]
    pub(crate) year: Field<String>,
    /// Its DOI.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Doi"))]
    pub(crate) doi: Field<String>,
    /// Its address as printed.
    #[cfg_attr(feature = "schema", schemars(with = "shape::Line", extend("examples" = ["https://www.google.com/trends"])))]
    pub(crate) address: Field<String>,
}
