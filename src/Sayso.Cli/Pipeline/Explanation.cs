using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Sayso.Cli.Rendering;
using Sayso.Core.Analysis;
using Sayso.Core.Attitudes;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Corrections;
using Sayso.Core.Documents;
using Sayso.Core.Entities;
using Sayso.Core.Ledger;
using Sayso.Core.Linguistics;
using Sayso.Core.Text;

namespace Sayso.Cli.Pipeline;

/// <summary>
/// A statement's way through the program, hop by hop, numbered as in the design: the document, its words with the
/// network's labels, the attribution, the statement, the ledger's entry, the view. Offsets are code points.
/// </summary>
internal sealed class Explanation
{
    private const int WordsOfAnEnd = 6;

    private readonly LedgerDocument _entry;
    private readonly LedgerStatement _stored;
    private readonly Walk _walk;
    private readonly LedgerEntry? _link;
    private readonly CodePointMap _map;

    /// <summary>Explains a statement of a ledger.</summary>
    /// <param name="entry">Its document.</param>
    /// <param name="stored">The statement as the ledger holds it.</param>
    /// <param name="entries">What was done to its document, in order.</param>
    /// <param name="walk">The document read anew.</param>
    public Explanation(LedgerDocument entry, LedgerStatement stored, IEnumerable<LedgerEntry> entries, Walk walk)
    {
        _entry = entry;
        _stored = stored;
        _walk = walk;

        // The entry that the statement came with; a later analysis that holds it again has another model.
        _link = entries.LastOrDefault(e => e.Kind is EntryKind.Add or EntryKind.Supersede
            && e.Provenance.ModelVersion == stored.Provenance.ModelVersion);
        _map = new CodePointMap(entry.Document.Text);
    }

    private Document Document => _entry.Document;

    private Statement Statement => _stored.Statement;

    /// <summary>What persons corrected or noted of the statement and its document, undone or not.</summary>
    public IReadOnlyList<CorrectionEntry> Corrections { get; init; } = [];

    /// <summary>The claims of its ledger; <c>null</c> where the ledger keeps none of its present state.</summary>
    public ClaimedLedger? Claims { get; init; }

    /// <summary>
    /// The hops in order. The fourth and before are read anew; the present model may no longer find the statement, and then says
    /// so.
    /// </summary>
    public IEnumerable<WalkHop> Hops()
    {
        yield return new WalkHop(1, "Reader: Document", [.. DocumentValues()]);
        yield return new WalkHop(2, "Linguistic analysis: AnalyzedDocument", [.. WordValues()]);
        var number = _walk.Statements.Select(s => s.Id).ToList().IndexOf(Statement.Id) + 1;
        if (number == 0)
        {
            yield return new WalkHop(3, "Attribution extraction: Attribution",
                [new("not found", $"The present model, {_walk.Analyzed.Scores.ModelVersion}, does not find this statement; {_stored.Provenance.ModelVersion} did.")]);
        }
        else
        {
            yield return Statement.IsOwnVoice
                ? new WalkHop(3, "Attribution extraction: Attribution",
                    [new("none", "no attribution touches this clause: it is the outlet's own voice"), .. SpanValues()])
                : new WalkHop(3, "Attribution extraction: Attribution", [.. SpanValues()]);
            yield return new WalkHop(4, "Interpretation: Statement",
            [
                new("id", Statement.Id),
                new("place", $"{number} of {_walk.Statements.Count} in its document"),
                .. UnderstoodValues(),
            ]);
        }

        yield return new WalkHop(5, "Ledger: LedgerEntry", [.. EntryValues()]);
        yield return new WalkHop(6, "Analysis across documents: Claim", [.. ClaimValues(), .. CorrectionValues()]);
        var row = StatementRow.Of(_stored);
        yield return new WalkHop(7, "View: sayso statements",
        [
            new("outlet", row.Head.Outlet ?? "unknown"),
            new("published", row.Head.Published is null ? "unknown" : Wording.Minute(row.Head.Published)),
            new("who", row.IsOwnVoice ? $"the outlet {Wording.OwnVoice}" : row.Source.Length == 0 ? "nobody named" : row.Source),
            new("how", row.IsOwnVoice ? "nothing credits anybody" : row.Cue),
            new("what", row.Content),
            new("on whose word", row.IsOwnVoice ? "the outlet's" : row.Chain.Length == 0 ? "not read" : row.Chain),
            new("how firmly", row.Attitude.Length == 0 ? "assert" : row.Attitude),
        ]);
    }

    private IEnumerable<WalkValue> DocumentValues()
    {
        yield return new("id", Document.Id);
        yield return new("raw", $"{Wording.Count(Document.Raw.Length, "byte")} of {Document.MediaType}, SHA-256 {Document.RawHash}");
        var lines = Document.Text.Split('\n').Count(line => !string.IsNullOrWhiteSpace(line));
        yield return new("text", $"{Wording.Count(_map.ToCodePoint(Document.Text.Length), "character")} in {Wording.Count(lines, "line")}, language {Document.Language ?? "unknown"}");
        yield return new("title", Document.Title ?? "unknown");
        yield return new("outlet", Document.Outlet ?? "unknown");
        yield return new("published", Document.Published is null ? "unknown" : Wording.Minute(Document.Published));
    }

    private IEnumerable<WalkValue> EntryValues()
    {
        if (_link is { } link)
        {
            yield return new("entry", $"{link.Sequence.ToString("N0", CultureInfo.InvariantCulture)}, {link.Kind.ToString().ToLowerInvariant()}, {InstantPattern.General.Format(link.At)}");
            yield return new("hash", link.Hash);
            yield return new("after", link.Previous);
        }

        yield return new("program", _stored.Provenance.ProgramVersion);
        yield return new("model", _stored.Provenance.ModelVersion ?? "none");
        yield return new("state", _stored.IsRetracted ? "hidden: its document is retracted" : _stored.IsSuperseded
            ? "kept, but a newer analysis stands in its place" : "shown");
    }

    private WalkValue[] ClaimValues()
    {
        if (Claims is null)
        {
            return [new("not reckoned", "not since the ledger grew; `sayso claims` does it")];
        }

        WalkValue[] values = [.. new AcrossDocuments(Claims).Of(Statement.Id)];
        return values.Length > 0 ? values : [new("claim", _stored.IsRetracted || _stored.IsSuperseded
            ? "none: lists do not show the statement" : "none: nothing is said in it")];
    }

    private IEnumerable<WalkValue> CorrectionValues() =>
        Corrections.Select(c => new WalkValue($"by hand, {c.Sequence}",
            string.Join(" · ", CorrectionList.Fields(c).Skip(1).Where(f => f.Length > 0))));

    /// <summary>The words of the statement's spans; of a long one its two ends.</summary>
    private IEnumerable<WalkValue> WordValues()
    {
        var analyzed = _walk.Analyzed;
        yield return new("words", $"{analyzed.Tokens.Count.ToString("N0", CultureInfo.InvariantCulture)}, read by {analyzed.Scores.ModelVersion}");
        var level = Statement.Parent is not null ? analyzed.Scores.Nested : analyzed.Scores.Outer;
        var labels = RoleDecoder.Decode(analyzed.Tokens, level);
        foreach (var span in Statement.Source.Concat(Statement.Cue).Concat(Statement.Content).Distinct().Order())
        {
            int[] words = [.. Enumerable.Range(0, analyzed.Tokens.Count).Where(i => span.Contains(analyzed.Tokens[i].Span))];
            for (var i = 0; i < words.Length; i++)
            {
                if (words.Length > (2 * WordsOfAnEnd) + 1 && i == WordsOfAnEnd)
                {
                    yield return new("…", $"{words.Length - (2 * WordsOfAnEnd)} words more");
                    i = words.Length - WordsOfAnEnd;
                }

                var word = words[i];
                var share = Share(level.Emissions.AsSpan(word * RoleLabels.Count, RoleLabels.Count), labels[word]);
                yield return new(
                    analyzed.Tokens[word].Span.Slice(Document.Text).ToString(),
                    string.Create(CultureInfo.InvariantCulture, $"{RoleLabels.NameOf(labels[word]),-9}  {share:0.00}"));
            }
        }
    }

    private IEnumerable<WalkValue> UnderstoodValues()
    {
        yield return new("held by", Statement.Parent ?? "no other statement");
        foreach (var hop in Statement.Chain)
        {
            yield return new("hop", $"{hop.Name} ({ClosedSet.NameOf(hop.Kind)}, {ClosedSet.NameOf(hop.Relation)}){Shown(hop.Spans)}");
        }

        foreach (var entity in EntityReader.Read(Document, _walk.Statements))
        {
            // Of mentions that overlap, "the mayor Dunja Harpel" and "Dunja Harpel", the longest.
            List<TextSpan> mentions = [];
            foreach (var mention in entity.Mentions.Where(m => Statement.Source.Concat(Statement.Content).Any(s => s.Contains(m)))
                .OrderByDescending(m => m.Length))
            {
                if (!mentions.Exists(m => m.Overlaps(mention)))
                {
                    mentions.Add(mention);
                }
            }

            if (mentions.Count > 0)
            {
                yield return new("entity", $"{entity.Name} ({ClosedSet.NameOf(entity.Type)}){Shown(SpanList.Of(mentions))}");
            }
        }

        if (Statement.Attitude is { } attitude)
        {
            yield return new("stance", $"{ClosedSet.NameOf(attitude.Stance)}{Shown(attitude.StanceWords)}");
            yield return new("certainty", $"{ClosedSet.NameOf(attitude.Certainty)}{Shown(attitude.CertaintyWords)}");
            yield return new("polarity", $"{ClosedSet.NameOf(attitude.Polarity)}{Shown(attitude.PolarityWords)}");
        }

        if (Statement.Said is { } said)
        {
            yield return new("said", $"{said.Edtf}{Shown(SpanList.Of(said.Span))}");
        }

        if (Statement.EventAt is { } happened)
        {
            yield return new("happened", happened);
        }

        foreach (var quantity in Statement.Quantities)
        {
            yield return new("quantity", $"{Wording.Quantity(quantity, Document.Text)}{Shown(SpanList.Of(quantity.Span))}");
        }

        foreach (var time in Statement.Times)
        {
            yield return new("time", $"{Wording.Time(time)}{Shown(SpanList.Of(time.Span))}");
        }
    }

    private string Shown(SpanList spans) => spans.Count == 0
        ? string.Empty
        : $"  {string.Concat(spans.Select(s => $"[{_map.ToCodePoint(s.Start)},{_map.ToCodePoint(s.End)})"))} {spans.TextOf(Document.Text)}";

    private IEnumerable<WalkValue> SpanValues() =>
        new[] { ("source", Statement.Source), ("cue", Statement.Cue), ("content", Statement.Content) }
            .Select(role => new WalkValue(role.Item1, role.Item2.Count == 0
                ? "none in the text"
                : $"{string.Concat(role.Item2.Select(s => $"[{_map.ToCodePoint(s.Start)},{_map.ToCodePoint(s.End)})"))} {role.Item2.TextOf(Document.Text)}"))
            .Append(new("confidence", Statement.Confidence is { } p
                ? p.ToString("0.00", CultureInfo.InvariantCulture) : "none: found by a rule"));

    /// <summary>The label's share among a word's labels (softmax), before its neighbours are looked at.</summary>
    private static double Share(ReadOnlySpan<float> scores, byte label)
    {
        var sum = 0.0;
        foreach (var score in scores)
        {
            sum += Math.Exp(score - scores[label]);
        }

        return 1 / sum;
    }
}
