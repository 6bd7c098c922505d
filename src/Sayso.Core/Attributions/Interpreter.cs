using Sayso.Core.Attitudes;
using Sayso.Core.Chains;
using Sayso.Core.Documents;
using Sayso.Core.Linguistics;
using Sayso.Core.OwnVoice;
using Sayso.Core.Text;
using Sayso.Core.Times;

namespace Sayso.Core.Attributions;

/// <summary>From attributions to statements: what is said where, on whose word, how firmly and when, under ids that reading again gives again.</summary>
public static class Interpreter
{
    /// <summary>
    /// The number of the rules: one more with each change of what they read, so that a ledger's documents are read anew.
    /// </summary>
    public const string Version = "rules-16";

    /// <summary>
    /// The statements of one document in order of their cues, or of their contents where they have none, then of their
    /// contents. Attributions with the same spans are one statement. Those of the outlet's own voice have no source, cue or
    /// chain.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="attributions">What was extracted from it, in any order.</param>
    public static IReadOnlyList<Statement> Interpret(Document document, IEnumerable<Attribution> attributions) =>
        Interpret(document, attributions, DocumentValues.Of(document));

    /// <summary>The same, of what was read from the document as a whole.</summary>
    /// <param name="document">The document.</param>
    /// <param name="attributions">What was extracted from it, in any order.</param>
    /// <param name="values">Its times and quantities.</param>
    public static IReadOnlyList<Statement> Interpret(Document document, IEnumerable<Attribution> attributions, DocumentValues values)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(attributions);
        ArgumentNullException.ThrowIfNull(values);
        var parts = LanguageParts.Of(document.Text, document.Language);
        Attribution[] ordered = [.. attributions
            .Where(a => parts.Holds(a.Cue.Extent))
            .DistinctBy(a => (a.Source, a.Cue, a.Content))
            .OrderBy(a => a.Cue.Extent)
            .ThenBy(a => a.Content.Extent)
            .ThenBy(a => a.Source.Extent)];
        Attitude[] attitudes = [.. ordered.Select(a => AttitudeReader.Read(document.Text, a.Cue, RunInHeadlines.LeftOut(document.Text, a.Content), a.Source))];
        var timed = new StatementTimes(document.Text, values.Times, ordered);
        var chains = ChainBuilder.Build(document, ordered, attitudes);
        var credited = ordered.Select((a, i) => new Statement(StatementId.Of(document.Id, a), document.Id, a.Source, a.Cue, a.Content)
        {
            Confidence = a.Confidence,
            Parent = a.Parent is { } holder ? StatementId.Of(document.Id, holder) : null,
            Attitude = attitudes[i],
            Chain = chains[i],
            Quantities = a.Content.SelectMany(piece => values.Quantities.Within(piece, q => q.Span)).ToValueList(),
            Times = timed.In(a.Content),
            Said = timed.SaidAt(a),
        });
        return [.. credited.Concat(OwnVoiceReader.Read(document, values, ordered).Where(parts.Holds).Select(Asserted)).OrderBy(s => s.Place).ThenBy(s => s.Content.Extent).ThenBy(s => s.Source.Extent)];

        Statement Asserted(TextSpan clause)
        {
            var own = new Attribution(SpanList.Empty, SpanList.Empty, SpanList.Of(clause));
            var attitude = AttitudeReader.Read(document.Text, own.Cue, own.Content);
            return new Statement(StatementId.Of(document.Id, own), document.Id, own.Source, own.Cue, own.Content)
            {
                // Whatever its words do, the outlet says that it is so.
                Attitude = attitude with { Stance = Stance.Assert, StanceWords = SpanList.Empty, Certainty = attitude.Certainty == Certainty.Unknown ? Certainty.Certain : attitude.Certainty },
                Quantities = values.Quantities.Within(clause, q => q.Span).ToValueList(),
                Times = timed.In(own.Content),
            };
        }
    }
}
