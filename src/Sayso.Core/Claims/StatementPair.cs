using Sayso.Core.Quantities;
using Sayso.Core.Text;

namespace Sayso.Core.Claims;

/// <summary>How two statements stand to each other, feature by feature; the same in both orders.</summary>
public sealed record StatementPair
{
    /// <summary>Minutes that two times of one moment are apart at most.</summary>
    private const int ClockSlack = 5;

    /// <summary>
    /// Of their vectors, or of one's and the other's in its context, where that is higher: a clause whose subject stands in the
    /// sentence before it is like one that names it. Both in their contexts are not compared: neighbours share theirs.
    /// </summary>
    public double Cosine { get; private init; }

    /// <summary>Shared stems ÷ all their stems (Jaccard).</summary>
    public double WordOverlap { get; private init; }

    /// <summary>Whether they share a word that is no name's.</summary>
    public bool SharesMatter { get; private init; }

    /// <summary>Shared stems ÷ stems of the shorter one.</summary>
    public double WordContainment { get; private init; }

    /// <summary>Stems of the shorter one ÷ stems of the longer one.</summary>
    public double LengthRatio { get; private init; }

    /// <summary>Names of the one with fewer that the other has too, as a share; 0 where one has none.</summary>
    public double NameOverlap { get; private init; }

    /// <summary>Whether both name somebody or something, and none of the other's.</summary>
    public bool NamesDiffer { get; private init; }

    /// <summary>Whether each names somebody or something that the other does not.</summary>
    public bool NamesPart { get; private init; }

    /// <summary>Whether they say the same of others: they share half of the shorter one's words, but no name of those that each has.</summary>
    public bool AreTwins { get; private init; }

    /// <summary>Whether they share a number of one thing.</summary>
    public bool NumbersAgree { get; private init; }

    /// <summary>
    /// Whether both count one thing, or measure in one unit, and no number agrees: two shares that differ are never one, whatever they
    /// are shares of.
    /// </summary>
    public bool NumbersClash { get; private init; }

    /// <summary>Whether both count something, and nothing that can be compared.</summary>
    public bool CountsPart { get; private init; }

    /// <summary>Whether one tells that somebody knew or was told, and the other does not.</summary>
    public bool OneTells { get; private init; }

    /// <summary>Whether one is credited to somebody, and the other the outlet's own.</summary>
    public bool OneIsCredited { get; private init; }

    /// <summary>Whether both name times of day, and no two are within minutes of each other.</summary>
    public bool ClocksClash { get; private init; }

    /// <summary>How many stems they share that are no name's.</summary>
    public int SharedMatter { get; private init; }

    /// <summary>Whether they have a day in common.</summary>
    public bool DaysAgree { get; private init; }

    /// <summary>Whether both have days, more than one day apart each.</summary>
    public bool DaysClash { get; private init; }

    /// <summary>Whether one says that it is so, the other that it is not.</summary>
    public bool PolarityDiffers { get; private init; }

    /// <summary>The <see cref="Cosine"/> of two statements.</summary>
    public static double CosineOf(StatementTraits a, StatementTraits b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return Math.Max(a.Vector.Cosine(b.Vector), Math.Max(a.InContext.Cosine(b.Vector), a.Vector.Cosine(b.InContext)));
    }

    /// <summary>Compares two statements.</summary>
    public static StatementPair Of(StatementTraits a, StatementTraits b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var shared = Shared(a.Words, b.Words);
        var (fewer, more) = a.Words.Count <= b.Words.Count ? (a.Words.Count, b.Words.Count) : (b.Words.Count, a.Words.Count);
        var names = Math.Max(SharedNames(a.Names, b.Names), SharedNames(b.Names, a.Names));
        var fewerNames = Math.Min(a.Names.Count, b.Names.Count);
        var numbers = Comparison.Of(a.Counts, b.Counts);
        var days = a.Days.SelectMany(x => b.Days.Select(y => AreOneMonth(x, y) ? 0 : x.DaysTo(y))).ToList();
        return new StatementPair
        {
            Cosine = CosineOf(a, b),
            WordOverlap = fewer + more - shared == 0 ? 0 : (double)shared / (fewer + more - shared),
            SharesMatter = a.Words.Intersect(b.Words, StringComparer.Ordinal).Any(word => !a.NameWords.Contains(word) && !b.NameWords.Contains(word)),
            WordContainment = fewer == 0 ? 0 : (double)shared / fewer,
            LengthRatio = more == 0 ? 0 : (double)fewer / more,
            NameOverlap = fewerNames == 0 ? 0 : Math.Min(1, (double)names / fewerNames),
            NamesDiffer = fewerNames > 0 && names == 0,
            NamesPart = SharedNames(a.Names, b.Names) < a.Names.Count && SharedNames(b.Names, a.Names) < b.Names.Count,
            AreTwins = fewerNames > 0 && names == 0 && !a.NamesAreMeant && !b.NamesAreMeant && AreAlike(a, b),
            NumbersAgree = numbers.Agree,
            NumbersClash = numbers.Clash,
            CountsPart = a.Counts.Count > 0 && b.Counts.Count > 0 && !numbers.Agree && !numbers.Clash,
            OneTells = a.Tells != b.Tells,
            OneIsCredited = a.Statement.Cue.Count > 0 != b.Statement.Cue.Count > 0,
            ClocksClash = a.Clocks.Count > 0 && b.Clocks.Count > 0 && !a.Clocks.Any(x => b.Clocks.Any(y => Math.Abs(x - y) <= ClockSlack)),
            SharedMatter = MatterShared(a, b),
            DaysAgree = days.Contains(0),
            DaysClash = days.Count > 0 && days.TrueForAll(apart => apart > 1),
            PolarityDiffers = a.IsNegative != b.IsNegative,
        };
    }

    /// <summary>Whether two names may be one's: one's last words are the other, or they end alike and one begins the other.</summary>
    internal static bool IsSameName(string a, string b)
    {
        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        return longer.Equals(shorter, StringComparison.OrdinalIgnoreCase)
            || longer.EndsWith(" " + shorter, StringComparison.OrdinalIgnoreCase)
            || (shorter.Length > 3 && longer.StartsWith(shorter, StringComparison.OrdinalIgnoreCase));
    }

    private static int MatterShared(StatementTraits a, StatementTraits b) =>
        a.Words.Except(a.NameWords, StringComparer.Ordinal).Intersect(b.Words.Except(b.NameWords, StringComparer.Ordinal), StringComparer.Ordinal).Count();

    /// <summary>Whether half of the words of the one with fewer, names left out, are the other's too.</summary>
    private static bool AreAlike(StatementTraits a, StatementTraits b)
    {
        string[] mine = [.. a.Words.Except(a.NameWords, StringComparer.Ordinal)];
        string[] theirs = [.. b.Words.Except(b.NameWords, StringComparer.Ordinal)];
        var fewer = Math.Min(mine.Length, theirs.Length);
        return fewer > 0 && 2 * mine.Intersect(theirs, StringComparer.Ordinal).Count() >= fewer;
    }

    private static int SharedNames(ValueList<string> mine, ValueList<string> theirs) =>
        mine.Count(name => theirs.Any(other => IsSameName(name, other)));

    /// <summary>
    /// Whether both are one month of the calendar, of one year or of two: "in October" is taken for last year's here and for this
    /// year's there, and no words say which.
    /// </summary>
    private static bool AreOneMonth(DayRange x, DayRange y) => IsMonth(x) && IsMonth(y) && x.First.Month == y.First.Month;

    private static bool IsMonth(DayRange days) => days.First.Day == 1 && days.Last.Month == days.First.Month && days.Last.PlusDays(1).Month != days.Last.Month;

    /// <summary>How many of two ordered lists are in both.</summary>
    private static int Shared(ValueList<string> a, ValueList<string> b)
    {
        int i = 0, j = 0, shared = 0;
        while (i < a.Count && j < b.Count)
        {
            var order = string.CompareOrdinal(a[i], b[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return shared;
    }

    /// <summary>Two statements' numbers: 1,480 tonnes and 1.48 million kilograms agree.</summary>
    /// <param name="Agree">Whether one is in both.</param>
    /// <param name="Clash">Whether some can be compared and none agrees.</param>
    private readonly record struct Comparison(bool Agree, bool Clash)
    {
        private const double Rounding = 0.005;
        private const double Approximation = 0.08;

        private static readonly HashSet<string> _people = new(
            "people person passenger men man women woman victim dead survivor soul citizen migrant worker crew soldier troop civilian".Split(' '), StringComparer.Ordinal);

        public static Comparison Of(ValueList<CountTrait> a, ValueList<CountTrait> b)
        {
            var comparable = a.SelectMany(x => b.Where(y => AreOfOneThing(x, y)).Select(y => IsSame(x, y))).ToList();
            return new(comparable.Contains(true), comparable.Count > 0 && !comparable.Contains(true));
        }

        private static bool AreOfOneThing(CountTrait x, CountTrait y) =>
            (x.Unit == y.Unit || (Based(x) is { } mine && Based(y) is { } theirs && mine.Unit == theirs.Unit))
            && (x.Unit is not null || x.Of.Count == 0 || y.Of.Count == 0 || x.Of.Any(word => y.Of.Contains(word))
                || (x.Of.Any(_people.Contains) && y.Of.Any(_people.Contains)));

        private static bool IsSame(CountTrait x, CountTrait y)
        {
            var slack = x.IsApproximate || y.IsApproximate ? Approximation : Rounding;
            var (a, b) = x.Unit == y.Unit ? (x, y) : (Based(x)!, Based(y)!);
            return IsNear(a.Low, b.Low, slack) && IsNear(a.High, b.High, slack);
        }

        /// <summary>A number in the base unit of its dimension; <c>null</c> for counts, money and shares.</summary>
        private static CountTrait? Based(CountTrait count) => count.Unit is null || Measures.Of(new Quantity(default) { Low = count.Low, High = count.High, Unit = count.Unit }) is not { Low: { } low, High: { } high } measure
            ? null
            : count with { Low = low, High = high, Unit = measure.Unit };

        private static bool IsNear(double a, double b, double slack) =>
            Math.Abs(a - b) <= slack * Math.Max(Math.Abs(a), Math.Abs(b));
    }
}
