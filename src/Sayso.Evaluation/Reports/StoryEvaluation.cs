using Sayso.Core.Analysis;
using Sayso.Core.Claims;
using Sayso.Core.Origins;
using Sayso.Core.Text;
using Sayso.Evaluation.Gold;
using Sayso.Evaluation.Metrics;

namespace Sayso.Evaluation.Reports;

/// <summary>
/// How a story's statements are brought together and traced back, against its author's gold: of the marked statements that
/// were found, whether those of one claim are together (pairs, B³) and on the right side; whether look-alikes stay apart;
/// whether each side's origins are counted as the gold has them; circular reports and dead ends; moves of positions and
/// conflicts (<see cref="StoryViews"/>).
/// </summary>
public sealed class StoryEvaluation
{
    private readonly StoryGold _gold;
    private readonly ClaimedLedger _ledger;
    private readonly Dictionary<string, string> _fileOf;
    private readonly List<(GoldClaim Claim, GoldMention Mention, string? Statement)> _mentions = [];
    private readonly List<string> _wrong = [];

    private StoryEvaluation(StoryGold gold, ClaimedLedger ledger)
    {
        _gold = gold;
        _ledger = ledger;
        _fileOf = ledger.Documents.Values.ToDictionary(d => d.Id, d => Path.GetFileName(d.Path ?? d.Id), StringComparer.Ordinal);
        var byFile = ledger.Documents.Values.ToLookup(d => _fileOf[d.Id], StringComparer.Ordinal);
        var statements = ledger.Claims.SelectMany(c => c.Claim.Statements).Select(s => s.Traits.Statement)
            .ToLookup(s => s.DocumentId, StringComparer.Ordinal);
        foreach (var file in gold.Claims.SelectMany(c => c.Mentions.Select(m => (Claim: c, Mention: m)))
            .GroupBy(m => m.Mention.Document, StringComparer.Ordinal))
        {
            var document = byFile[file.Key].FirstOrDefault();
            var found = document is null ? new Dictionary<GoldMention,
            string>() : MentionAlignment.Of([.. file.Select(m => m.Mention)], document.Text, [.. statements[document.Id]]);
            _mentions.AddRange(file.Select(m => (m.Claim, m.Mention, found.GetValueOrDefault(m.Mention))));
        }
    }

    /// <summary>The report, and each case that is wrong in words.</summary>
    /// <param name="gold">What is to be found.</param>
    /// <param name="ledger">What was found in the story's articles; their paths end in the names that the gold has.</param>
    public static (EvaluationReport Report, IReadOnlyList<string> Wrong) Of(StoryGold gold, ClaimedLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(ledger);
        var evaluation = new StoryEvaluation(gold, ledger);
        var views = new StoryViews(gold, ledger, evaluation._mentions);
        EvaluationRow[] rows = [.. evaluation.Groups(), evaluation.LookAlikes(), .. evaluation.Origins(), evaluation.Circular(),
            evaluation.DeadEnds(), .. views.Rows(evaluation.IsTurned)];
        return (new EvaluationReport($"story {gold.Title}", ledger.Documents.Count, rows.ToValueList()),
            [.. evaluation._wrong, .. views.Wrong]);
    }

    private IEnumerable<EvaluationRow> Groups()
    {
        var found = _mentions.Where(m => m.Statement is not null)
            .Select(m => (m.Claim, m.Mention, Predicted: _ledger.Of(m.Statement!)!.Claim)).ToList();
        _wrong.AddRange(_mentions.Where(m => m.Statement is null)
            .Select(m => $"not found\t{m.Claim.Id}\t{m.Mention.Document}\t{m.Mention.Passage}"));
        yield return new EvaluationRow("statements found", Share(found.Count, _mentions.Count))
        {
            Right = found.Count,
            Gold = _mentions.Count
        };
        long right = 0, predicted = 0, gold = 0;
        for (var i = 0; i < found.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (together, isOne) = (found[i].Predicted.Id == found[j].Predicted.Id, found[i].Claim.Id == found[j].Claim.Id);
                right += together && isOne ? 1 : 0;
                predicted += together ? 1 : 0;
                gold += isOne ? 1 : 0;
                if (together && !isOne)
                {
                    _wrong.Add($"wrongly together\t{found[i].Claim.Id}, {found[j].Claim.Id}\t{found[i].Mention.Passage}\t{found[j].Mention.Passage}");
                }
            }
        }

        foreach (var split in found.GroupBy(f => f.Claim.Id, StringComparer.Ordinal))
        {
            var parts = split.GroupBy(f => f.Predicted.Id, StringComparer.Ordinal).ToList();
            if (parts.Count > 1)
            {
                _wrong.Add($"wrongly apart\t{split.Key}\t{string.Join(" || ", parts.Select(p => string.Join(" | ", p.Select(f => f.Mention.Passage))))}");
            }
        }

        yield return Row("pairs of one claim", Share(right, predicted), Share(right, gold)) with
        {
            Right = right,
            Predicted = predicted,
            Gold = gold
        };
        var cubed = GroupMetrics.BCubed([.. found.Select(f => (f.Predicted.Id, f.Claim.Id))]);
        yield return Row("B³", cubed?.Precision, cubed?.Recall);
        var sides = found.Where(f => f.Predicted.Statements.First(s => s.Traits.Id == StatementOf(f.Mention)).Side == SideOf(f.Claim,
            f.Mention, f.Predicted)).ToList();
        _wrong.AddRange(found.Except(sides)
            .Select(f => $"side\t{f.Claim.Id}\t{ClosedSet.NameOf(f.Mention.Side)} in gold\t{f.Mention.Document}\t{f.Mention.Passage}\tof “{f.Predicted.Proposition}”"));
        yield return new EvaluationRow("sides", Share(sides.Count, found.Count)) { Right = sides.Count, Gold = found.Count };
    }

    /// <summary>
    /// The side that a mention is on of the claim as it was worded: where the wording is the gold's turned round, so are the
    /// sides.
    /// </summary>
    private Side SideOf(GoldClaim claim, GoldMention mention, Claim predicted) => mention.Side == Side.Neutral
        || !IsTurned(claim, predicted) ? mention.Side : Other(mention.Side);

    /// <summary>
    /// Whether a predicted claim says the contrary of a gold one: most of its statements that are the gold's are on the other
    /// side.
    /// </summary>
    private bool IsTurned(GoldClaim claim, Claim predicted)
    {
        var sides = predicted.Statements.ToDictionary(s => s.Traits.Id, s => s.Side, StringComparer.Ordinal);
        return _mentions.Where(m => m.Claim.Id == claim.Id && m.Mention.Side != Side.Neutral && m.Statement is not null
            && sides.ContainsKey(m.Statement))
            .Sum(m => sides[m.Statement!] == m.Mention.Side ? 1 : sides[m.Statement!] == Other(m.Mention.Side) ? -1 : 0) < 0;
    }

    private static Side Other(Side side) => side == Side.For ? Side.Against : Side.For;

    private string? StatementOf(GoldMention mention) => _mentions.First(m => ReferenceEquals(m.Mention, mention)).Statement;

    private EvaluationRow LookAlikes()
    {
        var apart = 0;
        foreach (var pair in _gold.Apart)
        {
            var (first, second) = (Predicted(pair[0]), Predicted(pair[1]));
            apart += first.Overlaps(second) ? 0 : 1;
            if (first.Overlaps(second))
            {
                _wrong.Add($"look-alikes joined\t{pair[0]}, {pair[1]}");
            }
        }

        return new EvaluationRow("look-alikes apart", Share(apart, _gold.Apart.Count)) { Right = apart, Gold = _gold.Apart.Count };
    }

    private HashSet<string> Predicted(string claim) =>
        [.. _mentions.Where(m => m.Claim.Id == claim && m.Statement is not null).Select(m => _ledger.Of(m.Statement!)!.Claim.Id)];

    private IEnumerable<EvaluationRow> Origins()
    {
        List<(bool IsRepeated, bool IsExact, bool IsWithin, double Error)> sides = [];
        foreach (var claim in _gold.Claims)
        {
            var found = _mentions.Where(m => m.Claim.Id == claim.Id && m.Statement is not null)
                .Select(m => (m.Mention, Predicted: _ledger.Of(m.Statement!)!)).ToList();
            if (found.Count == 0)
            {
                continue;
            }

            // Of parts with as many, the one with the gold's first mention: which one has the smaller id is chance.
            var most = found.GroupBy(f => f.Predicted.Claim.Id, StringComparer.Ordinal).OrderByDescending(g => g.Count()).First().First().Predicted;
            foreach (var side in (Side[])[Side.For, Side.Against])
            {
                var (gold, count) = (side == Side.For ? claim.For : claim.Against, (side == Side.For) != IsTurned(claim, most.Claim)
                    ? most.Origins.For : most.Origins.Against);
                if (gold.High == 0 && count.High == 0)
                {
                    continue;
                }

                var isWithin = count.Low <= gold.High && gold.Low <= count.High;
                sides.Add((found.Count(f => f.Mention.Side == side) > 1, gold == count, isWithin,
                    (Math.Abs(gold.Low - count.Low) + Math.Abs(gold.High - count.High)) / 2.0));
                if (gold != count)
                {
                    _wrong.Add($"origins\t{claim.Id}\t{ClosedSet.NameOf(side)}\tgold {gold.Low}–{gold.High}\tfound {count.Low}–{count.High}\t{string.Join("; ", most.Origins.Groups.Where(g => g.Side == side).Select(g => $"{g.Name} ×{g.Statements.Count}"))}");
                }
            }
        }

        var repeated = sides.Where(s => s.IsRepeated).ToList();
        yield return new EvaluationRow("origins exact",
            Share(sides.Count(s => s.IsExact), sides.Count))
        { Right = sides.Count(s => s.IsExact), Gold = sides.Count };
        yield return new EvaluationRow("origins exact, repeated claims",
            Share(repeated.Count(s => s.IsExact), repeated.Count))
        { Right = repeated.Count(s => s.IsExact), Gold = repeated.Count };
        yield return new EvaluationRow("origins within bounds",
            Share(sides.Count(s => s.IsWithin), sides.Count))
        { Right = sides.Count(s => s.IsWithin), Gold = sides.Count };
        yield return new EvaluationRow("origins, mean absolute error", sides.Count == 0 ? null : sides.Average(s => s.Error));
        yield return new EvaluationRow("origins, mean absolute error, repeated claims", repeated.Count == 0
            ? null : repeated.Average(s => s.Error));
    }

    private EvaluationRow Circular()
    {
        var found = _ledger.Claims.SelectMany(c => c.Origins.Circular).Select(round => round.Select(id => _fileOf[id]).ToValueList())
            .Distinct().ToList();
        var right = _gold.Circular.Count(found.Contains);
        _wrong.AddRange(found.Where(f => !_gold.Circular.Contains(f)).Select(f => $"circular, not in gold\t{string.Join(" → ", f)}"));
        _wrong.AddRange(_gold.Circular.Where(g => !found.Contains(g)).Select(g => $"circular, not found\t{string.Join(" → ", g)}"));
        return Row("circular reports", Share(right, found.Count), Share(right, _gold.Circular.Count)) with
        {
            Right = right,
            Predicted = found.Count,
            Gold = _gold.Circular.Count
        };
    }

    private EvaluationRow DeadEnds()
    {
        var found = _ledger.Claims.SelectMany(c => c.Origins.DeadEnds)
            .Select(d => new GoldDeadEnd(_fileOf[d.Citing], _ledger.Documents[d.Cited].Outlet ?? _fileOf[d.Cited])).Distinct().ToList();
        var right = _gold.DeadEnds.Count(found.Contains);
        _wrong.AddRange(found.Where(f => !_gold.DeadEnds.Contains(f)).Select(f => $"dead end, not in gold\t{f.Citing}\t{f.Cited}"));
        _wrong.AddRange(_gold.DeadEnds.Where(g => !found.Contains(g)).Select(g => $"dead end, not found\t{g.Citing}\t{g.Cited}"));
        return Row("dead ends", Share(right, found.Count), Share(right, _gold.DeadEnds.Count)) with
        {
            Right = right,
            Predicted = found.Count,
            Gold = _gold.DeadEnds.Count
        };
    }

    private static double? Share(long part, long whole) => whole == 0 ? null : (double)part / whole;

    private static EvaluationRow Row(string name, double? precision, double? recall) =>
        new(name, precision is { } p && recall is { } r ? GroupMetrics.F1(p, r) : null) { Precision = precision, Recall = recall };
}
