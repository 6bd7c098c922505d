using System.Runtime.InteropServices;
using NodaTime;

namespace Sayso.Core.Claims;

/// <summary>
/// Finds the statements that one may be linked to without looking at all: an inverted index over stems and the time of publication.
/// Two statements meet where they share two stems, one of them no name's; or one, where either has no more than two. Those that share
/// no name's stem do only where they were published within a month of each other, or a day is not known: "four people were hurt" is
/// said again and again. Those that share less meet where they were published within a month of each other and their vectors are close
/// (<see cref="MeaningCells"/>). Which ones meet does not depend on what else is there.
/// </summary>
internal sealed class CandidateIndex
{
    /// <summary>With so few stems beside names one shared stem is enough to meet.</summary>
    private const int Few = 2;

    /// <summary>Days apart that statements meet at most which share no name.</summary>
    private const int Apart = 30;

    /// <summary>The least cosine of two that share no words.</summary>
    private const double Close = 0.6;

    /// <summary>The month of what has no day.</summary>
    private const int Undated = int.MinValue;

    /// <summary>A tally of what a statement shares with another has four counts of so many bits, and two marks above them.</summary>
    private const int Width = 14;

    private const ulong Mask = (1UL << Width) - 1;

    /// <summary>That the other has few stems.</summary>
    private const ulong FewMark = 1UL << 60;

    /// <summary>That the other is far away in time: what is shared is not counted yet.</summary>
    private const ulong FarMark = 1UL << 61;

    private readonly Dictionary<string, Dictionary<int, List<Holder>>> _holders = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Month, int Cell), List<int>> _cells = [];
    private readonly SortedSet<int> _months = [];
    private readonly List<(StatementTraits Statement, Outline Outline)> _entries = [];
    private readonly List<int> _touched = [];
    private readonly HashSet<int> _met = [];
    private ulong[] _tallies = new ulong[64];
    private (StatementTraits? Statement, int[] Cells) _last = (null, []);

    /// <summary>The statements in the index that may be linked to one, each once, in no order.</summary>
    public IReadOnlyList<Candidate> Of(StatementTraits statement)
    {
        var (hasFew, month) = (HasFew(statement), MonthOf(statement));
        foreach (var stem in statement.Words)
        {
            if (!_holders.TryGetValue(stem, out var months))
            {
                continue;
            }

            var isName = IsName(statement, stem);
            foreach (var (other, holders) in months)
            {
                if (MayBeNear(month, other))
                {
                    Tally(CollectionsMarshal.AsSpan(holders), isName);
                }
                else if (isName)
                {
                    TouchNames(CollectionsMarshal.AsSpan(holders));
                }
            }
        }

        List<Candidate> found = [];
        _met.Clear();
        foreach (var number in _touched)
        {
            var tally = _tallies[number];
            _tallies[number] = 0;
            if ((tally & FarMark) != 0)
            {
                tally = (tally & FewMark) | TallyOf(statement, _entries[number].Statement);
            }

            int shared = Count(tally, 0), mine = Count(tally, 1), theirs = Count(tally, 2), matter = Count(tally, 3);
            if (((shared > 1 && mine > 0 && theirs > 0) || (matter > 0 && (hasFew || (tally & FewMark) != 0)))
                && _entries[number] is var (other, outline)
                && (shared - mine - theirs + matter > 0 || AreNear(statement, other)))
            {
                found.Add(new Candidate(other, outline, shared, matter));
                _met.Add(number);
            }
        }

        _touched.Clear();
        AddClose(statement, found);
        return found;
    }

    /// <summary>Adds those that are close in time and meaning, whatever words they share.</summary>
    private void AddClose(StatementTraits statement, List<Candidate> found)
    {
        var month = MonthOf(statement);
        var cells = CellsOf(statement);
        foreach (var near in _months.Where(other => MayBeNear(month, other)))
        {
            foreach (var cell in cells)
            {
                foreach (var number in _cells.GetValueOrDefault((near, cell)) ?? [])
                {
                    if (_tallies[number]++ == 0)
                    {
                        _touched.Add(number);
                    }
                }
            }
        }

        foreach (var number in _touched)
        {
            var (shared, (other, outline)) = ((int)_tallies[number], _entries[number]);
            _tallies[number] = 0;
            if (shared >= MeaningCells.LeastShared && !_met.Contains(number) && AreNear(statement, other) && statement.Vector.MostCosine(other.Vector) >= Close)
            {
                var tally = TallyOf(statement, other);
                found.Add(new Candidate(other, outline, Count(tally, 0), Count(tally, 3)));
            }
        }

        _touched.Clear();
    }

    /// <summary>The cells of a statement, which is looked up first and then added.</summary>
    private int[] CellsOf(StatementTraits statement)
    {
        if (!ReferenceEquals(_last.Statement, statement))
        {
            _last = (statement, MeaningCells.Of(statement.Vector));
        }

        return _last.Cells;
    }

    /// <summary>Adds a statement.</summary>
    public void Add(StatementTraits statement)
    {
        var (number, month, hasFew) = (_entries.Count, MonthOf(statement), HasFew(statement));
        _months.Add(month);
        foreach (var cell in CellsOf(statement))
        {
            if (!_cells.TryGetValue((month, cell), out var inCell))
            {
                _cells.Add((month, cell), inCell = []);
            }

            inCell.Add(number);
        }

        _entries.Add((statement, Outline.Of(statement)));
        if (_tallies.Length < _entries.Count)
        {
            Array.Resize(ref _tallies, 2 * _tallies.Length);
        }

        foreach (var stem in statement.Words)
        {
            if (!_holders.TryGetValue(stem, out var months))
            {
                _holders.Add(stem, months = []);
            }

            if (!months.TryGetValue(month, out var holders))
            {
                months.Add(month, holders = []);
            }

            holders.Add(new Holder(number, IsName(statement, stem), hasFew));
        }
    }

    /// <summary>Counts a stem for each that has it.</summary>
    private void Tally(ReadOnlySpan<Holder> holders, bool isName)
    {
        var (named, unnamed) = (One(isName, isNameThere: true), One(isName, isNameThere: false));
        foreach (var holder in holders)
        {
            ref var tally = ref _tallies[holder.Number];
            if (tally == 0)
            {
                _touched.Add(holder.Number);
                tally = holder.HasFew ? FewMark : 0;
            }

            tally += holder.IsName ? named : unnamed;
        }
    }

    private void TouchNames(ReadOnlySpan<Holder> holders)
    {
        foreach (var holder in holders)
        {
            if (holder.IsName && _tallies[holder.Number] == 0)
            {
                _tallies[holder.Number] = FarMark | (holder.HasFew ? FewMark : 0);
                _touched.Add(holder.Number);
            }
        }
    }

    private static ulong TallyOf(StatementTraits a, StatementTraits b)
    {
        var tally = 0UL;
        for (int i = 0, j = 0; i < a.Words.Count && j < b.Words.Count;)
        {
            var order = string.CompareOrdinal(a.Words[i], b.Words[j]);
            tally += order == 0 ? One(IsName(a, a.Words[i]), IsName(b, b.Words[j])) : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return tally;
    }

    /// <summary>That a stem is shared, that it is no name's here, none's there, and none's in either.</summary>
    private static ulong One(bool isNameHere, bool isNameThere) => 1UL
        | (isNameHere ? 0 : 1UL << Width) | (isNameThere ? 0 : 1UL << (2 * Width)) | (isNameHere || isNameThere ? 0 : 1UL << (3 * Width));

    private static int Count(ulong tally, int place) => (int)((tally >> (place * Width)) & Mask);

    private static bool HasFew(StatementTraits statement) => statement.Words.Count(word => !IsName(statement, word)) <= Few;

    private static bool IsName(StatementTraits statement, string stem) => statement.NameWords.Contains(stem);

    private static int MonthOf(StatementTraits statement) =>
        statement.Published is { } published ? (int)Math.Floor((published - NodaConstants.UnixEpoch).TotalDays / Apart) : Undated;

    private static bool MayBeNear(int month, int other) => month == Undated || other == Undated || Math.Abs(month - other) <= 1;

    private static bool AreNear(StatementTraits a, StatementTraits b) =>
        a.Published is not { } mine || b.Published is not { } theirs || Math.Abs((mine - theirs).TotalDays) <= Apart;

    /// <summary>A statement that has a stem.</summary>
    private readonly struct Holder(int number, bool isName, bool hasFew)
    {
        private readonly int _packed = (number << 2) | (hasFew ? 2 : 0) | (isName ? 1 : 0);

        public int Number => _packed >> 2;

        public bool HasFew => (_packed & 2) != 0;

        public bool IsName => (_packed & 1) != 0;
    }
}

/// <summary>A statement that another may be linked to.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Outline">The same in numbers.</param>
/// <param name="Shared">How many stems both have.</param>
/// <param name="Matter">How many of them are no name's in either.</param>
internal readonly record struct Candidate(StatementTraits Statement, Outline Outline, int Shared, int Matter);

/// <summary>What of a statement's traits bounds its scores.</summary>
/// <param name="Words">How many stems it has.</param>
/// <param name="Counts">Whether it counts something.</param>
/// <param name="Days">Whether it has days.</param>
/// <param name="IsCredited">Whether it is credited to somebody.</param>
internal readonly record struct Outline(int Words, bool Counts, bool Days, bool IsCredited)
{
    /// <summary>That of a statement.</summary>
    public static Outline Of(StatementTraits statement) =>
        new(statement.Words.Count, statement.Counts.Count > 0, statement.Days.Count > 0, statement.Statement.Cue.Count > 0);
}
