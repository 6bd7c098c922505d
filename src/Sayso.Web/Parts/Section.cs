namespace Sayso.Web.Parts;

/// <summary>A part of the page that the rail leads to.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">Its address.</param>
/// <param name="Key">The key that leads there, after <c>g</c>.</param>
public sealed record Section(string Name, string Path, char Key)
{
    /// <summary>The ledger at a glance.</summary>
    public static Section Stories { get; } = new("Stories", "/", 's');

    /// <summary>What is counted.</summary>
    public static Section Figures { get; } = new("Figures", "/figures", 'f');

    /// <summary>What actors did with claims.</summary>
    public static Section Positions { get; } = new("Positions", "/positions", 'p');

    /// <summary>What happened when.</summary>
    public static Section Timeline { get; } = new("Timeline", "/timeline", 'l');

    /// <summary>What cannot hold together.</summary>
    public static Section Conflicts { get; } = new("Conflicts", "/conflicts", 'x');

    /// <summary>What is claimed.</summary>
    public static Section Claims { get; } = new("Claims", "/claims", 'c');

    /// <summary>What was read.</summary>
    public static Section Documents { get; } = new("Documents", "/documents", 'd');

    /// <summary>Who spoke.</summary>
    public static Section Actors { get; } = new("Actors", "/actors", 'a');

    /// <summary>What a reader comes back to.</summary>
    public static Section Watchlists { get; } = new("Watchlists", "/watchlists", 'w');

    /// <summary>Looking for words.</summary>
    public static Section Search { get; } = new("Search", "/search", '/');

    /// <summary>Handing in what is to be read.</summary>
    public static Section Add { get; } = new("Add", "/add", 'n');

    /// <summary>What was corrected by hand.</summary>
    public static Section History { get; } = new("History", "/history", 'y');

    /// <summary>How the page looks.</summary>
    public static Section Settings { get; } = new("Settings", "/settings", 't');

    /// <summary>Whether the ledger is sound.</summary>
    public static Section Health { get; } = new("Health", "/health", 'h');

    /// <summary>What the rail lists, in its order.</summary>
    public static IReadOnlyList<Section> Views { get; } = [Stories, Claims, Figures, Positions, Timeline, Conflicts, Actors, Documents, Watchlists];

    /// <summary>What stands below it.</summary>
    public static IReadOnlyList<Section> Tools { get; } = [Add, History, Settings, Health];
}
