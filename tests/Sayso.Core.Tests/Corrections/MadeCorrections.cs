using CsCheck;
using NodaTime;
using Sayso.Core.Claims;
using Sayso.Core.Corrections;
using Sayso.Core.Ledger;

namespace Sayso.Core.Tests.Corrections;

/// <summary>Corrections of statements made at random, as entries of a ledger.</summary>
internal static class MadeCorrections
{
    /// <summary>An entry of a correction.</summary>
    public static LedgerEntry Entry(long sequence, Correction correction) => new(
        sequence, EntryKind.Correct, "", Instant.FromUnixTimeSeconds(sequence), new Provenance("1.0", null, "rosa"), "because", "", "", "")
    {
        Correction = correction,
    };

    /// <summary>The book of corrections, numbered from 1.</summary>
    public static CorrectionBook Book(params Correction[] corrections) => CorrectionBook.Of(corrections.Select((c, i) => Entry(i + 1, c)));

    public static Correction Merge(params string[] claims) => new(CorrectionKind.ClaimMerge, Sets(claims));

    public static Correction Split(string taken, string left) => new(CorrectionKind.ClaimSplit, Sets(taken, left));

    public static Correction Move(params string[] sets) => new(CorrectionKind.ClaimMove, Sets(sets));

    public static Correction Same(params string[] sets) => new(CorrectionKind.OriginSame, Sets(sets));

    public static Correction Different(params string[] sets) => new(CorrectionKind.OriginDifferent, Sets(sets));

    public static Correction Undo(long sequence) => new(CorrectionKind.Undo, new([])) { Undoes = sequence };

    public static Correction Called(string shownAs, params string[] names) => new(CorrectionKind.EntityMerge, new([new([.. names])])) { Value = shownAs };

    /// <summary>What a person might do with some statements: numbers stand for statements, and an undoing for any earlier entry.</summary>
    public static Gen<(int Kind, int[] Numbers)[]> Some { get; } = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 99].Array[2, 4]).Array[0, 5];

    /// <summary>Corrections of these statements, in order; those that would say nothing are left out.</summary>
    public static Correction[] Of((int Kind, int[] Numbers)[] made, IReadOnlyList<string> ids)
    {
        List<Correction> corrections = [];
        foreach (var (kind, numbers) in made)
        {
            string[] picked = [.. numbers.Select(n => ids[n % ids.Count]).Distinct()];
            if (kind == 3 && corrections.Count > 0 && !corrections.Exists(c => c.Undoes == (numbers[0] % corrections.Count) + 1))
            {
                corrections.Add(Undo((numbers[0] % corrections.Count) + 1));
            }
            else if (picked.Length > 1 && kind < 3)
            {
                corrections.Add(kind switch
                {
                    0 => Merge(picked),
                    1 => Split(picked[0], string.Join(' ', picked[1..])),
                    _ => Move(picked),
                });
            }
        }

        return [.. corrections];
    }

    /// <summary>The claims of statements, as text that is equal for equal claims.</summary>
    public static string ClaimsOf(IEnumerable<StatementTraits> statements, Bonds bonds)
    {
        var grouper = new ClaimGrouper(bonds);
        grouper.Add(statements, CancellationToken.None);
        return Lines(grouper);
    }

    public static string Lines(ClaimGrouper grouper) => string.Join('\n', grouper.Groups.Select(ClaimBuilder.Of)
        .Select(c => $"{c.Id} {c.Proposition} {string.Join(' ', c.Statements.Select(s => $"{s.Traits.Id}{s.Side}"))}"));

    private static Core.Text.ValueList<Core.Text.ValueList<string>> Sets(params string[] sets) => new([.. sets.Select(s => new Core.Text.ValueList<string>([.. s.Split(' ')]))]);
}
