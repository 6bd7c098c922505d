using Sayso.Core.Attributions;
using Sayso.Core.Text;

namespace Sayso.Core.Tests.Attributions;

public sealed class HouseConventionTests
{
    /// <summary>A text; a group of spans (<see cref="Marked"/>); what it is with us, nothing where it is none.</summary>
    public static TheoryData<string, string, string?> Groups => new()
    {
        { "Ann Loy, said it held.", "Ann Loy,|said|it held", "Ann Loy|said|it held" },

        // Who is told says nothing, unless somebody is named who told.
        { "Families of the crew have been told the search is over.", "Families of the crew|have been told|the search is over", "|have been told|the search is over" },
        { "Residents were warned not to drink it.", "Residents|were warned|not to drink it", "|were warned|not to drink it" },
        { "The court was told by Ann Loy that it held.", "Ann Loy|was told by|that it held", "Ann Loy|was told by|that it held" },
        { "The union told members it had won.", "The union|told|it had won", "The union|told|it had won" },
        { "The union was angry and said no.", "The union|said|no", "The union|said|no" },

        // A refusal needs no topic; other cues need a content.
        { "Ann Loy declined to comment.", "Ann Loy|declined to comment|", "Ann Loy|declined to comment|" },
        { "The mill did not respond.", "The mill|did not respond|", "The mill|did not respond|" },
        { "Ann Loy said.", "Ann Loy|said|", null },
        { "It was declined.", "|was declined|", null },

        // What a possessive's noun is like belongs to the noun.
        { "The mill’s earlier estimate of 30 sank.", "The mill’s earlier|estimate of|30", "The mill’s|estimate of|30" },
        { "Loy's repeated calls to sail failed.", "Loy's repeated|calls|to sail", "Loy's|calls|to sail" },
        { "My first thought was: not again.", "My first|thought|not again", "My|thought|not again" },
        { "His crew said it held.", "His crew|said|it held", "His crew|said|it held" },
        { "The mill’s crew said it held.", "The mill’s crew|said|it held", "The mill’s crew|said|it held" },
        { "The new estimate of 30 sank.", "The new|estimate of|30", "The new|estimate of|30" },

        // Datelines and date lines are the outlet's.
        { "PORT SABEL, Ostrelle (Transmar) — The ferry sank, Ann Loy said.", "Ann Loy|said|PORT SABEL, Ostrelle (Transmar) — The ferry sank", "Ann Loy|said|The ferry sank" },
        { "KESSARY - The ferry sank, Ann Loy said.", "Ann Loy|said|KESSARY - The ferry sank", "Ann Loy|said|The ferry sank" },
        { "KESSARY – Ann Loy said it sank.", "KESSARY – Ann Loy|said|it sank", "Ann Loy|said|it sank" },
        { "OPEC — the cartel — will meet, Ann Loy said.", "Ann Loy|said|OPEC — the cartel — will meet", "Ann Loy|said|OPEC — the cartel — will meet" },
        { "It sank. KESSARY - The ferry, Ann Loy said.", "Ann Loy|said|KESSARY - The ferry", "Ann Loy|said|KESSARY - The ferry" },
        { "The mill no longer denies that it leaks\nMonday 16 March 2026, 5.30am\nRain fell.", "The mill|no longer denies|that it leaks + Monday 16 March 2026, 5.30am", "The mill|no longer denies|that it leaks" },
        { "The mill announced\nMonday 16 March 2026\nRain fell.", "The mill|announced|Monday 16 March 2026", null },
        { "The mill named a day:\nMonday the 16th of March, at last\nRain fell.", "The mill|named|Monday the 16th of March, at last", "The mill|named|Monday the 16th of March, at last" },

        // What the speaker left unsaid is the reporter's, and so is the word that leads on.
        { "Ann Loy said the ferry would sail, without naming a day.", "Ann Loy|said|the ferry would sail, without naming a day", "Ann Loy|said|the ferry would sail" },
        { "Ann Loy said it would sail, without so much as explicitly confirming it.", "Ann Loy|said|it would sail, without so much as explicitly confirming it", "Ann Loy|said|it would sail" },
        { "Ann Loy said it would sail, without passengers.", "Ann Loy|said|it would sail, without passengers", "Ann Loy|said|it would sail, without passengers" },
        { "“It sails, without giving way. It will not stop,” Ann Loy said.", "Ann Loy|said|“It sails, without giving way. It will not stop,”", "Ann Loy|said|“It sails, without giving way. It will not stop,”" },
        { "Ann Loy called it a wreck and left.", "Ann Loy|called|it a wreck and", "Ann Loy|called|it a wreck" },
    };

    /// <summary>A text; an attribution; the one that it cites, nothing where it cites none.</summary>
    public static TheoryData<string, string, string?> Citing => new()
    {
        { "It leaks, according to clerks citing the mill's own engineers.", "clerks citing the mill's own engineers|according to|It leaks", "the mill's own engineers|citing|It leaks" },
        { "It leaks, the Bell reported, citing two clerks.", "the Bell|reported|It leaks", "two clerks|citing|It leaks" },
        { "The Bell, quoting Ann Loy, said that it leaks.", "The Bell, quoting Ann Loy|said|that it leaks", "Ann Loy|quoting|that it leaks" },
        { "The Bell reported that it leaks, citing two clerks. Rain fell.", "The Bell|reported|that it leaks", "two clerks|citing|that it leaks" },
        { "The Bell reported that it leaks. Citing two clerks, it said more.", "The Bell|reported|that it leaks", null },
        { "It leaks, the Bell reported, citing, again.", "the Bell|reported|It leaks", null },
        { "It leaks, the Bell reported, citing ", "the Bell|reported|It leaks", null },
    };

    [Theory]
    [MemberData(nameof(Groups))]
    public void Groups_BecomeAttributions_OfOurConvention(string text, string marked, string? expected)
    {
        var (source, cue, content) = Marked.Roles(text, marked);
        Assert.Equal(expected, HouseConvention.Of(text, source, cue, content) is { } found ? Written(text, found) : null);
    }

    [Theory]
    [MemberData(nameof(Citing))]
    public void Cited_IsHeldByWhoCites(string text, string marked, string? expected)
    {
        var (source, cue, content) = Marked.Roles(text, marked);
        var holder = new Attribution(source, cue, content);
        var cited = HouseConvention.CitedBy(text, holder, new HashSet<int>());
        Assert.Equal(expected, cited is null ? null : Written(text, cited));
        Assert.True(cited is null || cited.Parent == holder);
    }

    [Fact]
    public void Cited_IsNotFoundTwice()
    {
        const string Text = "It leaks, the Bell reported, citing two clerks.";
        var (source, cue, content) = Marked.Roles(Text, "the Bell|reported|It leaks");
        Assert.Null(HouseConvention.CitedBy(Text, new Attribution(source, cue, content), new HashSet<int> { Text.IndexOf("citing", StringComparison.Ordinal) }));
    }

    private static string Written(string text, Attribution found) =>
        string.Join('|', new[] { found.Source, found.Cue, found.Content }.Select(role => string.Join(" + ", role.Select(s => s.Slice(text).ToString()))));
}
