using Sayso.Core.Quantities;
using Sayso.Core.Text;

namespace Sayso.Core.Claims;

/// <summary>How two statements stand to each other, feature by feature; the same in both orders.</summary>
public sealed record StatementPair
{
    /// <summary>Minutes that two times of one moment are apart at most.</summary>
    private const int ClockSlack = 5;

    /// <summary>
    /// What is taken off a cosine with a statement in its context: much of it is of the words around. Chosen on stories of our own.
    /// </summary>
    private const double OfContext = 0.1;

    /// <summary>
    /// Of their vectors, or of one's and the other's in its context, less a tenth, where that is higher: a clause whose subject stands in the
    /// sentence before it is like one that names it. Both in their contexts are not compared: neighbours share theirs.
    /// </summary>
    public double Cosine { get; private init; }

    /// <summary>Shared stems ÷ all their stems (Jaccard).</summary>
    public double WordOverlap { get; private init; }

    /// <summary>Whether they share a word that is no name's.</summary>
    public bool SharesMatter { get; private init; }

    /// <summary>Whether all the words that they share are names': much is said of one ship.</summary>
    public bool SharesNamesAlone { get; private init; }

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

    /// <summary>
    /// Whether one is worded as a negation and the other is not, and of the words of the one with fewer, names left out, the other lacks
    /// more than a quarter: it may be the same said by its contrary, "was faulty" of "had not closed", and no denial.
    /// </summary>
    public bool NegatesOtherWords { get; private init; }

    /// <summary>The <see cref="Cosine"/> of two statements.</summary>
    public static double CosineOf(StatementTraits a, StatementTraits b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return Math.Max(a.Vector.Cosine(b.Vector), Math.Max(a.InContext.Cosine(b.Vector), a.Vector.Cosine(b.InContext)) - OfContext);
    }

    /// <summary>A number that the <see cref="Cosine"/> of two statements is surely not above; quickly told.</summary>
    internal static double MostCosineOf(StatementTraits a, StatementTraits b) =>
        Math.Max(a.Vector.MostCosine(b.Vector), Math.Max(a.InContext.MostCosine(b.Vector), a.Vector.MostCosine(b.InContext)) - OfContext);

    /// <summary>Compares two statements.</summary>
    public static StatementPair Of(StatementTraits a, StatementTraits b) => WithoutCosine(a, b).With(CosineOf(a, b));

    /// <summary>The same with its cosine.</summary>
    internal StatementPair With(double cosine) => this with { Cosine = cosine };

    /// <summary>Compares two statements but for the cosine, which is 0.</summary>
    internal static StatementPair WithoutCosine(StatementTraits a, StatementTraits b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var words = SharedWords.Of(a, b);
        var (fewer, more) = a.Words.Count <= b.Words.Count ? (a.Words.Count, b.Words.Count) : (b.Words.Count, a.Words.Count);
        var (mine, theirs) = (SharedNames(a.Names, b.Names), SharedNames(b.Names, a.Names));
        var (names, fewerNames) = (Math.Max(mine, theirs), Math.Min(a.Names.Count, b.Names.Count));
        var numbers = Comparison.Of(a.Counts, b.Counts);
        List<int> days = a.Days.Count == 0 || b.Days.Count == 0 ? [] : [.. a.Days.SelectMany(x => b.Days.Select(y => AreOneMonth(x, y) ? 0 : x.DaysTo(y)))];
        return new StatementPair
        {
            WordOverlap = fewer + more - words.Shared == 0 ? 0 : (double)words.Shared / (fewer + more - words.Shared),
            SharesMatter = words.Matter > 0,
            SharesNamesAlone = words.Shared > 0 && words.Matter == 0,
            WordContainment = fewer == 0 ? 0 : (double)words.Shared / fewer,
            LengthRatio = more == 0 ? 0 : (double)fewer / more,
            NameOverlap = fewerNames == 0 ? 0 : Math.Min(1, (double)names / fewerNames),
            NamesDiffer = fewerNames > 0 && names == 0,
            NamesPart = mine < a.Names.Count && theirs < b.Names.Count,
            AreTwins = fewerNames > 0 && names == 0 && !a.NamesAreMeant && !b.NamesAreMeant && words.AreAlike,
            NumbersAgree = numbers.Agree,
            NumbersClash = numbers.Clash,
            CountsPart = a.Counts.Count > 0 && b.Counts.Count > 0 && !numbers.Agree && !numbers.Clash,
            OneTells = a.Tells != b.Tells,
            OneIsCredited = a.Statement.Cue.Count > 0 != b.Statement.Cue.Count > 0,
            ClocksClash = a.Clocks.Count > 0 && b.Clocks.Count > 0 && !a.Clocks.Any(x => b.Clocks.Any(y => Math.Abs(x - y) <= ClockSlack)),
            SharedMatter = words.Matter,
            DaysAgree = days.Contains(0),
            DaysClash = days.Count > 0 && days.TrueForAll(apart => apart > 1),
            PolarityDiffers = a.IsNegative != b.IsNegative,
            NegatesOtherWords = a.IsWordedNegative != b.IsWordedNegative && 4 * words.Matter < 3 * words.Fewer,
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

    private static int SharedNames(ValueList<string> mine, ValueList<string> theirs)
    {
        var shared = 0;
        for (var i = 0; i < mine.Count; i++)
        {
            for (var j = 0; j < theirs.Count; j++)
            {
                if (IsSameName(mine[i], theirs[j]))
                {
                    shared++;
                    break;
                }
            }
        }

        return shared;
    }

    /// <summary>
    /// Whether both are one month of the calendar, of one year or of two: "in October" is taken for last year's here and for this
    /// year's there, and no words say which.
    /// </summary>
    private static bool AreOneMonth(DayRange x, DayRange y) => IsMonth(x) && IsMonth(y) && x.First.Month == y.First.Month;

    private static bool IsMonth(DayRange days) => days.First.Day == 1 && days.Last.Month == days.First.Month && days.Last.PlusDays(1).Month != days.Last.Month;

    /// <summary>What two statements' stems have in common, counted in one walk through both, which are in order.</summary>
    /// <param name="Shared">Those of both.</param>
    /// <param name="Matter">Those of both that are no name's in either.</param>
    /// <param name="Fewer">Those that are no name's, of the one that has fewer.</param>
    private readonly record struct SharedWords(int Shared, int Matter, int Fewer)
    {
        /// <summary>Whether half of the words of the one with fewer, names left out, are the other's too.</summary>
        public bool AreAlike => Fewer > 0 && 2 * Matter >= Fewer;

        public static SharedWords Of(StatementTraits a, StatementTraits b)
        {
            int i = 0, j = 0, shared = 0, matter = 0, mine = 0, theirs = 0;
            while (i < a.Words.Count || j < b.Words.Count)
            {
                var order = i == a.Words.Count ? 1 : j == b.Words.Count ? -1 : string.CompareOrdinal(a.Words[i], b.Words[j]);
                var isMine = order <= 0 && !Has(a.NameWords, a.Words[i]);
                var isTheirs = order >= 0 && !Has(b.NameWords, b.Words[j]);
                shared += order == 0 ? 1 : 0;
                matter += isMine && isTheirs ? 1 : 0;
                mine += isMine ? 1 : 0;
                theirs += isTheirs ? 1 : 0;
                i += order <= 0 ? 1 : 0;
                j += order >= 0 ? 1 : 0;
            }

            return new(shared, matter, Math.Min(mine, theirs));
        }

        private static bool Has(ValueList<string> words, string word)
        {
            for (var i = 0; i < words.Count; i++)
            {
                if (words[i] == word)
                {
                    return true;
                }
            }

            return false;
        }
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
            var areComparable = false;
            for (var i = 0; i < a.Count; i++)
            {
                for (var j = 0; j < b.Count; j++)
                {
                    if (AreOfOneThing(a[i], b[j]))
                    {
                        areComparable = true;
                        if (IsSame(a[i], b[j]))
                        {
                            return new(Agree: true, Clash: false);
                        }
                    }
                }
            }

            return new(Agree: false, areComparable);
        }

        private static bool AreOfOneThing(CountTrait x, CountTrait y) =>
            (x.Unit == y.Unit || (Based(x) is { } mine && Based(y) is { } theirs && mine.Unit == theirs.Unit))
            && (x.Unit is not null || x.Of.Count == 0 || y.Of.Count == 0 || x.Of.Any(word => y.Of.Contains(word))
                || (x.Of.Any(_people.Contains) && y.Of.Any(_people.Contains)));

        private static bool IsSame(CountTrait x, CountTrait y)
        {
            var slack = x.IsApproximate || y.IsApproximate ? Approximation : Rounding;

            // A ton is a ton, long or short, where the numbers are the same.
            var (a, b) = x.Unit == y.Unit || (IsTon(x) && IsTon(y) && IsNear(x.Low, y.Low, slack) && IsNear(x.High, y.High, slack)) ? (x, y) : (Based(x)!, Based(y)!);
            return IsNear(a.Low, b.Low, slack) && IsNear(a.High, b.High, slack);
        }

        private static bool IsTon(CountTrait count) => count.Unit is "ton" or "tonne" or "metric ton";

        /// <summary>A number in the base unit of its dimension; <c>null</c> for counts, money and shares.</summary>
        private static CountTrait? Based(CountTrait count) => count.Unit is null || Measures.Of(new Quantity(default) { Low = count.Low, High = count.High, Unit = count.Unit }) is not { Low: { } low, High: { } high } measure
            ? null
            : count with { Low = low, High = high, Unit = measure.Unit };

        private static bool IsNear(double a, double b, double slack) =>
            Math.Abs(a - b) <= slack * Math.Max(Math.Abs(a), Math.Abs(b));
    }
}
