using Sayso.Core.Attributions;
using Sayso.Core.Documents;
using Sayso.Core.Quantities;
using Sayso.Core.Text;
using Sayso.Core.Times;

namespace Sayso.Evaluation.Gold;

/// <summary>A sentence of a corpus that says which of its sentences are about one thing.</summary>
/// <param name="Document">The document that it stands in.</param>
/// <param name="Content">Where.</param>
/// <param name="Story">Its topic, or the claim it was collected for: sentences are compared within a part of the corpus.</param>
/// <param name="Events">What it is about: ids that other sentences share; at least one.</param>
public sealed record ClaimSentence(Document Document, TextSpan Content, string Story, ValueList<string> Events)
{
    /// <summary>The sentence as a statement of nobody: with the figures and times that are read in it.</summary>
    public Statement ToStatement()
    {
        var spans = SpanList.Of(Content);
        var times = TimeReader.Read(Document.Text, Document.Published);
        var attribution = new Attribution(SpanList.Empty, SpanList.Empty, spans);
        return new Statement(StatementId.Of(Document.Id, attribution), Document.Id, SpanList.Empty, SpanList.Empty, spans)
        {
            Quantities = QuantityReader.Read(Document.Text, times).Where(q => Content.Contains(q.Span)).ToValueList(),
            Times = times.Where(t => Content.Contains(t.Span)).ToValueList(),
        };
    }

    /// <summary>A document of a corpus that has nothing but a text.</summary>
    internal static Document DocumentOf(string id, string text) => new()
    {
        Id = id,
        Raw = default,
        RawHash = string.Empty,
        MediaType = "text/plain",
        Text = text,
    };
}
