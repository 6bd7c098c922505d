using Sayso.Core.Entities;
using Sayso.Core.Text;

namespace Sayso.Core.Chains;

/// <summary>Who a source phrase means.</summary>
/// <param name="Name">Resolved: the fullest name, or the describing words.</param>
/// <param name="Kind">What it is.</param>
internal sealed record Speaker(string Name, SourceKind Kind)
{
    /// <summary>Nobody, as far as the text says.</summary>
    public static Speaker Unspecified { get; } = new(Hop.Unspecified, SourceKind.Anonymous);

    /// <summary>Where the text names one: the entity.</summary>
    public NamedEntity? Entity { get; init; }

    /// <summary>A document's author or publisher, where the text names one.</summary>
    public Speaker? Author { get; init; }

    /// <summary>Who made a document public that others wrote or said.</summary>
    public Speaker? Releaser { get; init; }

    /// <summary>Who passes its words on, where its phrase says so: "an officer quoted by the Bell".</summary>
    public Speaker? Quoter { get; init; }

    /// <summary>The outlet that its phrase puts before it: "Courier columnist Dunja Harpel".</summary>
    public NameMention? Outlet { get; init; }

    /// <summary>The noun that describes it, lower case; of a name none.</summary>
    public string? Head { get; init; }

    /// <summary>The body that its phrase says it speaks for: "a Harbour Board spokeswoman"; of a name none.</summary>
    public Speaker? Body { get; init; }

    /// <summary>Whether it is several.</summary>
    public bool IsPlural { get; init; }

    /// <summary>Whether it is one person, named or not.</summary>
    public bool IsPerson { get; init; }

    /// <summary>Whether the phrase says "I" or "we": who speaks is whoever is quoted.</summary>
    public bool IsFirstPerson { get; init; }

    /// <summary>A named person, body or place.</summary>
    public static Speaker Of(NamedEntity entity) =>
        new(entity.IsPerson ? entity.Name : World.CountryOf(entity.Name) ?? entity.Name, entity.IsOutlet ? SourceKind.Outlet : SourceKind.Named)
        {
            Entity = entity,
            IsPerson = entity.IsPerson,
        };

    /// <summary>Whether both are one.</summary>
    public bool IsSame(Speaker other) => Entity is not null ? Entity == other.Entity : other.Entity is null && Name == other.Name;
}

/// <summary>A speaker, at the place where he was named as a source.</summary>
/// <param name="Position">The place.</param>
/// <param name="Speaker">Who.</param>
/// <param name="Gender">Where the source was a pronoun, what that says.</param>
internal readonly record struct Spoken(int Position, Speaker Speaker, Gender Gender);

/// <summary>Names of news outlets, by their usual words.</summary>
internal static class Outlets
{
    private static readonly HashSet<string> _words = new(
        ("Times Post News Newspaper Daily Tribune Journal Herald Guardian Gazette Chronicle Observer Telegraph Mail Mirror Express "
            + "Independent Standard Star Sun Globe Record Courier Monitor Bulletin Register Inquirer "
        + "Examiner Dispatch Sentinel Argus Echo Packet Bell Reporter Weekly Magazine Review Radio Television TV Channel Broadcasting "
            + "Newswire Newsweek Economist Atlantic Yorker Politico Reuters Bloomberg Breitbart "
        + "Press Hill Tennessean Chronicle Courant Advocate Beacon Eagle News-Times Gazette-Mail NewsHour MarketWatch Forbes Esquire "
            + "Intercept CNN BBC AFP AP NPR MSNBC CNBC NBC ABC CBS PBS ITV Sky Fox ESPN Axios Vox Slate Salon Buzzfeed BuzzFeed "
            + "HuffPost Spiegel Monde Figaro Haaretz Jazeera Xinhua TASS Interfax Kyodo Yonhap Variety Billboard Wired").Split(' '),
        StringComparer.Ordinal);

    /// <summary>Whether a name sounds like an outlet's: its last word does, or it is a web address.</summary>
    public static bool IsOutlet(string name)
    {
        var last = name[(name.LastIndexOf(' ') + 1)..];
        var first = name.IndexOf(' ', StringComparison.Ordinal) is var space and > 0 ? name[..space] : string.Empty;
        return _words.Contains(last) || first is "Radio" or "Canal" or "Kanal" or "Channel" or "TV" or "Televisión" or "Tele" or "Onda"
            || last.EndsWith(".com", StringComparison.Ordinal)
            || (name.StartsWith("The ", StringComparison.Ordinal) && _words.Contains(last))
            || name is "Associated Press" or "Fox News Channel" or "Agence France-Presse" or "Al Jazeera" or "Press Association";
    }
}
