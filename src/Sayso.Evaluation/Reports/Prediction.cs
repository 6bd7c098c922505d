using Sayso.Core.Attributions;
using Sayso.Core.Quantities;
using Sayso.Core.Text;
using Sayso.Core.Times;
using Sayso.Evaluation.Gold;

namespace Sayso.Evaluation.Reports;

/// <summary>An article of a corpus with what a reader of attributions found in its text.</summary>
/// <typeparam name="TArticle">The kind of article that the corpus gives.</typeparam>
/// <param name="Article">The article.</param>
/// <param name="Attributions">What was found, spans in UTF-16 units over the article's text.</param>
public sealed record Prediction<TArticle>(TArticle Article, ValueList<Attribution> Attributions);

/// <summary>An article of our own corpus with the statements that were read in it.</summary>
/// <param name="Article">The article.</param>
/// <param name="Statements">What was read, spans in UTF-16 units over the article's text.</param>
public sealed record StatementPrediction(SaysoArticle Article, ValueList<Statement> Statements);

/// <summary>A page with the text that was found in it.</summary>
/// <param name="Page">The page.</param>
/// <param name="Text">What was found, without the headline; empty where there was no article.</param>
public sealed record PagePrediction(GoldPage Page, string Text);

/// <summary>An article of our own corpus with the time expressions that were read in it.</summary>
/// <param name="Article">The article.</param>
/// <param name="Times">What was read, spans in UTF-16 units over the article's text.</param>
public sealed record TimePrediction(SaysoArticle Article, ValueList<TimeExpression> Times);

/// <summary>An article of our own corpus with the quantities that were read in it.</summary>
/// <param name="Article">The article.</param>
/// <param name="Quantities">What was read, spans in UTF-16 units over the article's text.</param>
public sealed record QuantityPrediction(SaysoArticle Article, ValueList<Quantity> Quantities);
