using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using NodaTime.Text;
using Sayso.Core.Analysis;
using Sayso.Core.Attitudes;
using Sayso.Core.Errors;
using Sayso.Core.Export;
using Sayso.Core.Figures;
using Sayso.Core.Ledger;
using Sayso.Core.Origins;
using Sayso.Core.Positions;
using Sayso.Core.Search;
using Sayso.Core.Text;
using Sayso.Core.Timeline;
using Sayso.Web.Api;

namespace Sayso.Web.Mcp;

/// <summary>What an assistant can ask of a ledger. Each answer cites: a document's id, and the code points that it rests on.</summary>
internal static class McpTools
{
    private const int UsualLimit = 20;
    private const int MostLimit = 100;

    private static readonly ApiParameter _limit =
        new("limit", "At most so many: 20 where it is not given, 100 at most.", ParameterForm.Count);

    private static readonly ApiParameter _id = new("id", "The id, or its beginning.") { IsRequired = true };

    /// <summary>The tools.</summary>
    public static IReadOnlyList<McpTool> All { get; } =
    [
        new("search", "Finds people and bodies by name, statements by their words and by what they mean, and documents by their words. Begin here; a statement leads to its claim.", Parameters.Query,
            Parameters.Hit, Parameters.Since, Parameters.Until, Parameters.Outlet, Parameters.AsOf, _limit)
        {
            Claims = ClaimsWanted.IfKnown,
            Answer = Search,
        },
        new(
            "statements",
            "Lists who said what, each with its sentence, its chain of sources and its stance.",
            Parameters.Who, Parameters.Stance, Parameters.AboutContent, Parameters.TextOfStatement, Parameters.Said, Parameters.Event,
            Parameters.Confidence, Parameters.Since, Parameters.Until, Parameters.Outlet, Parameters.AsOf, Parameters.Document, _limit)
        {
            Claims = ClaimsWanted.IfKnown,
            Answer = Statements,
        },
        new("claims", "Lists what is claimed across articles, with how many independent origins stand for it and against it.",
            Parameters.About, Parameters.Repeated, Parameters.Disputed, Parameters.Alerts, Parameters.AsOf, _limit)
        {
            Answer = Claims,
        },
        new("claim", "One claim: how many independent origins stand for and against it (a lower and an upper bound), and for each "
            + "origin the sentences behind it and what proves that they are one origin. Cite the sentences.", _id)
        {
            Claims = ClaimsWanted.Present,
            Answer = Claim,
        },
        new("figures", "Lists counted things with their numbers by source, over time.", Parameters.About, Parameters.WhoNamed,
            Parameters.Moved, Parameters.WithSingle, Parameters.Story, Parameters.AsOf, _limit) { Answer = Figures },
        new("positions", "Lists what actors did with claims over time (denied, declined, did not deny, confirmed), with the sentences; "
            + "those that moved come first.", Parameters.WhoNamed, Parameters.About, Parameters.Claim, Parameters.Moved,
            Parameters.WithSingle, Parameters.Story, Parameters.AsOf, _limit)
        {
            Answer = Positions,
        },
        new("timeline", "Lists what happened, or will, by its own time.", Parameters.In, Parameters.About, Parameters.WhoNamed,
            Parameters.Story, Parameters.AsOf, _limit) { Answer = Timeline },
        new("document", "The text of a document, or the words of a span of it: resolves a citation.", _id,
            new ApiParameter("start", "The span's first code point."), new ApiParameter("end", "The code point behind the span."))
        {
            Claims = ClaimsWanted.None,
            Answer = Document,
        },
        new("add", "Reads a text into the ledger. The same text again changes nothing.",
            new ApiParameter("text", "The article's text, or its HTML.") { IsRequired = true, Longest = 16_000_000 },
            Parameters.InputName, Parameters.Published, Parameters.StatedOutlet, Parameters.StatedUrl)
        {
            Claims = ClaimsWanted.None,
            Writes = true,
        },
    ];

    private static JsonObject Search(McpQuestion question)
    {
        using var lines = new ViewLines(new Dictionary<string, Core.Documents.Document>());
        return Listed(question, LedgerSearch.Find(question.Ledger, LedgerResources.QueryOf(question.Query), question.Reach),
            hit => Parsed(lines.Hit(hit, hit.Kind is HitKind.Statement ? question.Known?.Of(hit.Id)?.Claim.Id : null)));
    }

    private static JsonObject Statements(McpQuestion question)
    {
        var citations = CitationsOf(question);
        var found = question.Ledger.Statements(LedgerResources.StatementsOf(question.Query, question.Ledger));
        return Listed(question, found, s =>
        {
            var cited = citations.Of(s.Statement);
            cited["claim"] = question.Known?.Of(s.Statement.Id)?.Claim.Id;
            return cited;
        });
    }

    private static JsonObject Claims(McpQuestion question)
    {
        var query = new ClaimListQuery
        {
            About = question.Query.Words("about"),
            IsRepeated = question.Query.Flag("repeated"),
            IsDisputed = question.Query.Flag("disputed"),
            HasAlert = question.Query.Flag("alerts"),
        };
        return Listed(question, question.Views.Ledger.Claims.Where(query.Holds), c => new JsonObject
        {
            ["id"] = c.Claim.Id,
            ["proposition"] = c.Claim.Proposition,
            ["statements"] = c.Claim.Statements.Count,
            ["documents"] = c.Claim.Documents.Count,
            ["origins"] = Bounds(c.Origins),
            ["grade"] = c.Grade.Value,
        });
    }

    private static JsonObject Claim(McpQuestion question)
    {
        var found = question.Views.Ledger.Find(question.Query.Words("id")!);
        var (claim, origins) = found;
        var citations = new Citations(id => question.Views.Ledger.Documents[id]);
        var byId = claim.Statements.ToDictionary(s => s.Traits.Id, StringComparer.Ordinal);
        var grouped = origins.Groups.SelectMany(g => g.Statements).ToHashSet(StringComparer.Ordinal);
        return new JsonObject
        {
            ["id"] = claim.Id,
            ["proposition"] = claim.Proposition,
            ["independentOrigins"] = Bounds(origins),
            ["answer"] = Sentence(found),
            ["grade"] = found.Grade.Value,
            ["gradeReason"] = found.Grade.Reason,
            ["origins"] = new JsonArray([.. origins.Groups.Select(group => (JsonNode)new JsonObject
            {
                ["id"] = group.Id,
                ["side"] = ClosedSet.NameOf(group.Side),
                ["name"] = group.Name,
                ["kind"] = ClosedSet.NameOf(group.Kind),
                ["sentences"] = new JsonArray([.. group.Statements.Select(id =>
                    (JsonNode)citations.Of(byId[id].Traits.Statement, byId[id].Side))]),
                ["proof"] = new JsonArray([.. group.Proof.Select(proof => (JsonNode)Proof(citations, proof))]),
            })]),
            ["mayBeOne"] = new JsonArray([.. origins.Possible.Select(proof => (JsonNode)Proof(citations, proof))]),
            ["noOrigin"] = new JsonArray([.. claim.Statements.Where(s => !grouped.Contains(s.Traits.Id))
                .Select(s => (JsonNode)citations.Of(s.Traits.Statement, s.Side))]),
            ["circular"] = new JsonArray([.. origins.Circular.Select(round =>
                (JsonNode)new JsonArray([.. round.Select(id => (JsonNode)id)]))]),
        };
    }

    private static JsonObject Figures(McpQuestion question)
    {
        var query = new FigureQuery
        {
            About = question.Query.Words("about"),
            Who = question.Query.Words("who"),
            HasMoved = question.Query.Flag("moved"),
            IsRepeated = !question.Query.Flag("all"),
            Documents = StoryDocuments(question),
        };
        using var lines = new ViewLines(question.Views.Ledger.Documents);
        return Listed(question, question.Views.Figures.Where(query.Holds), f => Parsed(lines.Figure(f)));
    }

    private static JsonObject Positions(McpQuestion question)
    {
        var query = new PositionQuery
        {
            Who = question.Query.Words("who"),
            About = question.Query.Words("about"),
            ClaimId = question.Query.Words("claim") is { } id ? question.Views.Ledger.Find(id).Claim.Id : null,
            HasMoved = question.Query.Flag("moved"),
            IsRepeated = !question.Query.Flag("all"),
            Documents = StoryDocuments(question),
        };
        using var lines = new ViewLines(question.Views.Ledger.Documents);
        var citations = new Citations(id => question.Views.Ledger.Documents[id]);
        return Listed(question, question.Views.Positions.Where(query.Holds), position =>
        {
            var written = Parsed(lines.Position(position));
            written["sentences"] = new JsonArray([.. position.Entries.Select(e => question.Views.Statement(e.StatementId))
                .OfType<Core.Claims.StatementTraits>().Select(s => (JsonNode)citations.Of(s.Statement))]);
            return written;
        });
    }

    private static JsonObject Timeline(McpQuestion question)
    {
        var query = new TimelineQuery
        {
            In = question.Query.Days("in"),
            About = question.Query.Words("about"),
            Who = question.Query.Words("who"),
            Documents = StoryDocuments(question)
        };
        using var lines = new ViewLines(question.Views.Ledger.Documents);
        return Listed(question, question.Views.Timeline.Where(query.Holds), e => Parsed(lines.Event(e)));
    }

    private static JsonObject Document(McpQuestion question)
    {
        var document = question.Ledger.GetDocument(question.Query.Words("id")!).Document;
        var map = new CodePointMap(document.Text);
        var length = map.ToCodePoint(document.Text.Length);
        var (start, end) = (Place("start") ?? 0, Place("end") ?? length);
        if (start > end || end > length)
        {
            throw ApiQuery.Bad($"The span [{start}, {end}) is not within the text, which has {length} code points.");
        }

        // The text counted again: what is between is what the citation means.
        var words = string.Concat(document.Text.EnumerateRunes().Skip(start).Take(end - start).Select(r => r.ToString()));
        return new JsonObject
        {
            ["document"] = document.Id,
            ["span"] = new JsonArray(start, end),
            ["text"] = words,
            ["outlet"] = document.Outlet,
            ["title"] = document.Title,
            ["published"] = document.Published is { } time ? OffsetDateTimePattern.Rfc3339.Format(time) : null,
            ["url"] = document.Url,
        };

        int? Place(string name) => question.Query.Words(name) is not { } text ? null
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number : throw ApiQuery.Bad($"“{text}” is not a place in a text.");
    }

    private static JsonObject Listed<TItem>(McpQuestion question, IEnumerable<TItem> items, Func<TItem, JsonObject> write)
    {
        var limit = question.Query.Count("limit") ?? UsualLimit;
        if (limit > MostLimit)
        {
            throw ApiQuery.Bad($"The limit is {MostLimit} at most.");
        }

        var found = items.Take(limit + 1).Select((item, i) => i < limit ? write(item) : null).ToList();
        return new JsonObject
        {
            ["items"] = new JsonArray([.. found.Take(limit)]),
            ["hasMore"] = found.Count > limit,
        };
    }

    private static Citations CitationsOf(McpQuestion question) =>
        new(id => question.Known?.Documents.GetValueOrDefault(id) ?? question.Ledger.GetDocument(id).Document);

    private static ValueList<string>? StoryDocuments(McpQuestion question) =>
        question.Query.Words("story") is { } story ? question.Views.FindStory(story).Documents : null;

    private static JsonObject Parsed(ReadOnlyMemory<byte> line) => JsonNode.Parse(line.Span)!.AsObject();

    private static JsonObject Bounds(ClaimOrigins origins) => new()
    {
        ["for"] = new JsonObject { ["low"] = origins.For.Low, ["high"] = origins.For.High },
        ["against"] = new JsonObject { ["low"] = origins.Against.Low, ["high"] = origins.Against.High },
    };

    private static JsonObject Proof(Citations citations, OriginProof proof) => new()
    {
        ["kind"] = ClosedSet.NameOf(proof.Kind),
        ["detail"] = proof.Detail,
        ["statements"] = new JsonArray(proof.First, proof.Second),
        ["passages"] = new JsonArray(citations.Of(proof.FirstPassage.DocumentId, proof.FirstPassage.Span),
            citations.Of(proof.SecondPassage.DocumentId, proof.SecondPassage.Span)),
    };

    /// <summary>The counts in words, as an assistant may say them.</summary>
    private static string Sentence(LedgerClaim claim)
    {
        var said = new StringBuilder($"{claim.Claim.Documents.Count} articles; ");
        said.Append(CultureInfo.InvariantCulture, $"{Range(claim.Origins.For)} for, {Range(claim.Origins.Against)} against.");
        return said.ToString();
    }

    private static string Range(OriginCount count) => (count.Low, count.High) switch
    {
        (1, 1) => "1 independent origin",
        var (low, high) when low == high => $"{high} independent origins",
        var (low, high) => $"{low} to {high} independent origins",
    };
}
