using Sayso.Core.Documents;
using Sayso.Core.Inconsistencies;
using Sayso.Core.Linguistics;
using Sayso.Core.Quantities;
using Sayso.Core.Text;
using Sayso.Core.Times;

namespace Sayso.Core.Attributions;

/// <summary>
/// What is read from a document as a whole. A ledger does not keep it: reading again is cheap, and gives what the program
/// of today reads.
/// </summary>
/// <param name="Times">Its time expressions, in order.</param>
/// <param name="Quantities">Its quantities, in order.</param>
public sealed record DocumentValues(IReadOnlyList<TimeExpression> Times, IReadOnlyList<Quantity> Quantities)
{
    /// <summary>Reads them; none stands in a passage that is in another language than English.</summary>
    public static DocumentValues Of(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var parts = LanguageParts.Of(document.Text, document.Language);
        if (parts.IsForeign)
        {
            return new DocumentValues([], []);
        }

        var times = TimeReader.Read(document.Text, document.Published);
        var quantities = QuantityReader.Read(document.Text, times);
        return parts.Foreign.Count == 0
            ? new DocumentValues(times, quantities)
            : new DocumentValues([.. times.Where(t => parts.Holds(t.Span))], [.. quantities.Where(q => parts.Holds(q.Span))]);
    }

    /// <summary>What does not add up in the document that they were read from.</summary>
    /// <param name="document">The document.</param>
    /// <param name="statements">What its sources say; the rest is the outlet's own voice.</param>
    public IReadOnlyList<Inconsistency> InconsistenciesOf(Document document, IEnumerable<Statement> statements)
    {
        ArgumentNullException.ThrowIfNull(statements);
        return InconsistencyReader.Read(document, Times, Quantities, statements.Where(s => !s.IsOwnVoice).SelectMany(s => s.Content));
    }
}
