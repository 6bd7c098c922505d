using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Documents;
using Sayso.Core.Quantities;
using Sayso.Core.Text;
using Sayso.Core.Times;

namespace Sayso.Core.Analysis;

/// <summary>What views look at in a document's text, whatever else is in the ledger.</summary>
/// <param name="Sentences">Its sentences, in order.</param>
/// <param name="Quantities">Its quantities, in order.</param>
/// <param name="Times">Its time expressions, in order.</param>
/// <param name="Mentions">Its names, in order.</param>
internal sealed record DocumentReading(IReadOnlyList<TextSpan> Sentences, IReadOnlyList<Quantity> Quantities, IReadOnlyList<TimeExpression> Times, IReadOnlyList<NameMention> Mentions)
{
    /// <summary>Reads a document.</summary>
    public static DocumentReading Of(Document document)
    {
        var values = DocumentValues.Of(document);
        return new DocumentReading(Core.Text.Sentences.Of(document.Text), values.Quantities, values.Times, NameFinder.Find(document.Text));
    }
}
