namespace Sayso.Core.Figures;

/// <summary>
/// What happens to those who are counted, by the words that say so: a toll, a rescue, a passenger list. Counts of one group in
/// two states are two figures; words of one state are one.
/// </summary>
internal static class CountStates
{
    /// <summary>The state of those on a ship, plane, train.</summary>
    public const string Aboard = "aboard";

    /// <summary>What may be at most.</summary>
    public const string Limit = "allowed";

    /// <summary>Not found.</summary>
    public const string Missing = "missing";

    private static readonly Dictionary<string, string> _byWord = Words(
        ("dead", "dead died die dies dying death deaths killed kill kills killing fatalities fatality bodies body corpses perished "
            + "perish drowned drown slain lives fatally"),
        (Missing, "missing unaccounted disappeared"),
        ("injured", "injured injuring injuries injure wounded wounding wounds hurt hurting hospitalized hospitalised"),
        ("rescued", "rescued rescue rescuing rescues saved saving survived alive"),
        (Aboard, "aboard onboard carrying carried passenger passengers crew"),
        ("arrested", "arrested arresting arrests arrest detained detaining detainees detentions jailed imprisoned"),
        ("evacuated", "evacuated evacuating evacuees evacuations"),
        ("displaced", "displaced displacing fled homeless refugees"),
        ("infected", "infected infections sickened"),
        ("held hostage", "hostage hostages captive captives abducted kidnapped"),
        ("trapped", "trapped"));

    private static readonly HashSet<string> _vehicles = new(
        "ferry ship boat vessel liner tanker plane airliner aircraft jet flight helicopter train bus coach submarine yacht trawler freighter dinghy raft barge cruise".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> _limits = new(
        "certified certificate limit capacity maximum licensed licence permitted allowed seats".Split(' '), StringComparer.Ordinal);

    /// <summary>Those who are simply counted: any of them is all of them.</summary>
    private static readonly HashSet<string> _everybody = new(
        "people person persons lives souls bodies body corpses dead death deaths fatalities fatality missing injured wounded injuries victims victim casualties others arrests arrest detainees evacuees hostages hostage captives infections us them".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> _aboard =
        new("aboard onboard board passenger passengers crew".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> _counting = new(("number numbers figure figures total toll count counts loss losses list "
        + "limit sum many").Split(' '), StringComparer.Ordinal);

    /// <summary>Whether a counted word says who is counted, rather than what happens to them, or that they are counted.</summary>
    public static bool IsOfGroup(string form) => !IsEverybody(form) && !_counting.Contains(form)
        && (!_byWord.ContainsKey(form) || form is "passenger" or "passengers" or "crew") && form is not "board";

    /// <summary>Whether a word only says that something is counted: "number", "toll".</summary>
    public static bool IsCounting(string form) => _counting.Contains(form);

    /// <summary>Whether a word says by its place before a number that those counted were aboard: nouns do not.</summary>
    public static bool IsCarrying(string form) => Of(form) == Aboard && !_aboard.Contains(form);

    /// <summary>The state that a word says; <c>null</c> for other words.</summary>
    public static string? Of(string form) => _byWord.GetValueOrDefault(form);

    /// <summary>Whether a word is a ship's, plane's or train's.</summary>
    public static bool IsVehicle(string form) => _vehicles.Contains(form);

    /// <summary>Whether a word says what may be.</summary>
    public static bool IsLimit(string form) => _limits.Contains(form);

    /// <summary>Whether a counted noun names nobody in particular.</summary>
    public static bool IsEverybody(string form) => _everybody.Contains(form);

    private static Dictionary<string, string> Words(params (string State, string Words)[] states) =>
        states.SelectMany(s => s.Words.Split(' ').Select(word => (Word: word, s.State)))
            .ToDictionary(p => p.Word, p => p.State, StringComparer.Ordinal);
}
