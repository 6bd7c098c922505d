using Microsoft.AspNetCore.Http;
using Sayso.Core.Analysis;
using Sayso.Core.Changes;
using Sayso.Core.Conflicts;
using Sayso.Core.Entities;
using Sayso.Core.Export;
using Sayso.Core.Figures;
using Sayso.Core.Ledger;
using Sayso.Core.Positions;
using Sayso.Core.Stories;
using Sayso.Core.Timeline;
using Sayso.Web.Api.Contract;

namespace Sayso.Web.Api;

/// <summary>Claims and the views over them.</summary>
internal static class ClaimResources
{
    /// <summary>Maps them.</summary>
    public static void Map(ApiMap map)
    {
        map.List<ClaimResource, LedgerClaim>(
            "/claims",
            new ApiOperation("listClaims", "claims", "What is claimed, with its independent origins; what most documents have comes first.", Parameters.About, Parameters.Repeated, Parameters.Disputed, Parameters.Alerts, Parameters.AsOf),
            Claims);
        map.One<ClaimResource>(
            "/claims/{id}",
            new ApiOperation("getClaim", "claims", "A claim with its independent origins and what proves each.") { Description = "The id may be its beginning. An id that the claim had before it grew is sent on to its present one." },
            Claim);
        map.List<StatementResource, LedgerStatement>(
            "/claims/{id}/statements",
            new ApiOperation("listClaimStatements", "claims", "The statements of a claim, in its order."),
            ClaimStatements);
        map.File(
            "/claims/{id}/dossier",
            new ApiOperation("getClaimDossier", "claims", "All that is known of a claim as one file to hand on.", Parameters.AsOf, Parameters.DossierForm) { Description = "HTML or Markdown, as Accept asks; `format` goes before it." },
            [ClaimDossiers.Html, ClaimDossiers.Markdown],
            ClaimDossiers.SendAsync);
        map.List<StoryResource, Story>("/stories", new ApiOperation("listStories", "stories", "Documents that share events; stories of most documents come first.", Parameters.About, Parameters.AsOf), Stories);
        map.One<StoryResource>("/stories/{id}", new ApiOperation("getStory", "stories", "A story."), q => Views(q).Story(q.Views.FindStory(q.Id)));
        map.List<FigureResource, Figure>("/figures", new ApiOperation("listFigures", "figures", "Counted things with their numbers by source, over time.", Parameters.About, Parameters.WhoNamed, Parameters.Moved, Parameters.WithSingle, Parameters.Story, Parameters.AsOf), Figures);
        map.One<FigureResource>("/figures/{id}", new ApiOperation("getFigure", "figures", "A counted thing."), q => Views(q).Figure(q.Views.FindFigure(q.Id)));
        map.List<PositionResource, Position>("/positions", new ApiOperation("listPositions", "positions", "What actors did with claims, over time; those that moved come first.", Parameters.WhoNamed, Parameters.About, Parameters.Claim, Parameters.Moved, Parameters.WithSingle, Parameters.Story, Parameters.AsOf), Positions);
        map.List<EventResource, TimelineEvent>("/timeline", new ApiOperation("listTimeline", "timeline", "What happened, or will, by its own time.", Parameters.In, Parameters.About, Parameters.WhoNamed, Parameters.Story, Parameters.AsOf), Timeline);
        map.List<ConflictResource, Conflict>("/conflicts", new ApiOperation("listConflicts", "conflicts", "What cannot hold together, each with the reason; what nobody judged comes first.", Parameters.Kind, Parameters.State, Parameters.About, Parameters.Story, Parameters.AsOf), Conflicts);
        map.One<ConflictResource>("/conflicts/{id}", new ApiOperation("getConflict", "conflicts", "A conflict."), q => Views(q).Conflict(q.Views.FindConflict(q.Id)));
        map.List<PageChangeResource, PageChange>("/changes", new ApiOperation("listChanges", "changes", "What changed on pages that were read again.", Parameters.Url, Parameters.AsOf) { Claims = ClaimsWanted.None }, Changes);
        map.List<EntityResource, LedgerEntity>("/entities", new ApiOperation("listEntities", "entities", "Who and what documents name; those of most documents come first.", Parameters.Name, Parameters.Type, Parameters.Speakers, Parameters.Story, Parameters.AsOf), Entities);
        map.One<EntityResource>("/entities/{id}", new ApiOperation("getEntity", "entities", "Somebody or something that documents name."), q => Views(q).Entity(q.Views.FindEntity(q.Id)));
    }

    private static ViewLines Views(ApiQuestion question) => question.Keep(new ViewLines(question.Views.Ledger.Documents));

    private static ListAnswer<LedgerClaim> Claims(ApiQuestion question)
    {
        var query = new ClaimListQuery
        {
            About = question.Query.Words("about"),
            IsRepeated = question.Query.Flag("repeated"),
            IsDisputed = question.Query.Flag("disputed"),
            HasAlert = question.Query.Flag("alerts"),
        };
        return new(question.Views.Ledger.Claims.Where(query.Holds), c => c.Claim.Id, question.Keep(new ClaimLines(question.Views.Ledger.Documents, question.Views.Ledger.Corrections)).Claim);
    }

    private static ReadOnlyMemory<byte>? Claim(ApiQuestion question)
    {
        var found = question.Views.Ledger.Find(question.Id);
        if (found.Claim.Id.StartsWith(question.Id, StringComparison.Ordinal))
        {
            return question.Keep(new ClaimLines(question.Views.Ledger.Documents, question.Views.Ledger.Corrections)).Claim(found);
        }

        // An id of before: it may grow into another again, so that nobody may keep this for good.
        question.Context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
        question.Context.Response.Headers.Location = $"{ApiMap.Root}/claims/{found.Claim.Id}";
        return null;
    }

    private static ListAnswer<LedgerStatement> ClaimStatements(ApiQuestion question) => new(
        question.Views.Ledger.Find(question.Id).Claim.Statements.Select(s => question.Ledger.GetStatement(s.Traits.Id)),
        s => s.Statement.Id,
        new StatementWriter(question).Write);

    private static ListAnswer<Story> Stories(ApiQuestion question)
    {
        var query = new StoryQuery { About = question.Query.Words("about") };
        return new(question.Views.Stories.Where(s => query.Holds(s, question.Views.Ledger.Documents)), s => s.Id, Views(question).Story);
    }

    private static ListAnswer<Figure> Figures(ApiQuestion question)
    {
        var query = new FigureQuery
        {
            About = question.Query.Words("about"),
            Who = question.Query.Words("who"),
            HasMoved = question.Query.Flag("moved"),
            IsRepeated = !question.Query.Flag("all"),
            Documents = question.StoryDocuments,
        };
        return new(question.Views.Figures.Where(query.Holds), f => f.Id, Views(question).Figure);
    }

    private static ListAnswer<Position> Positions(ApiQuestion question)
    {
        var query = new PositionQuery
        {
            Who = question.Query.Words("who"),
            About = question.Query.Words("about"),
            ClaimId = question.Query.Words("claim") is { } id ? question.Views.Ledger.Find(id).Claim.Id : null,
            HasMoved = question.Query.Flag("moved"),
            IsRepeated = !question.Query.Flag("all"),
            Documents = question.StoryDocuments,
        };
        return new(question.Views.Positions.Where(query.Holds), p => $"{p.ClaimId} {p.Actor}", Views(question).Position);
    }

    private static ListAnswer<TimelineEvent> Timeline(ApiQuestion question)
    {
        var query = new TimelineQuery
        {
            In = question.Query.Days("in"),
            About = question.Query.Words("about"),
            Who = question.Query.Words("who"),
            Documents = question.StoryDocuments,
        };
        return new(question.Views.Timeline.Where(query.Holds), e => $"{e.DocumentId} {e.Span} {e.Edtf}", Views(question).Event);
    }

    private static ListAnswer<Conflict> Conflicts(ApiQuestion question)
    {
        var query = new ConflictQuery { Kind = question.Query.Choice<ConflictKind>("kind"), State = question.Query.Choice<ConflictState>("state"), About = question.Query.Words("about"), Documents = question.StoryDocuments };
        return new(question.Views.Conflicts.Where(query.Holds), c => c.Id, Views(question).Conflict);
    }

    private static ListAnswer<PageChange> Changes(ApiQuestion question)
    {
        var query = new ChangeQuery { Url = question.Query.Words("url") };
        var pages = PageVersions.Of(question.Ledger, question.Query.Day("as-of"), question.Context.RequestAborted);
        var documents = pages.ToDictionary(p => p.Document.Id, p => p.Document, StringComparer.Ordinal);
        return new(ChangeFinder.Of(pages).Where(query.Holds), c => $"{c.From} {c.To}", question.Keep(new ViewLines(documents)).Change);
    }

    private static ListAnswer<LedgerEntity> Entities(ApiQuestion question)
    {
        var query = new EntityQuery
        {
            Name = question.Query.Words("name"),
            Type = question.Query.Choice<EntityType>("type"),
            IsSpeaker = question.Query.Flag("speakers"),
            Documents = question.StoryDocuments,
        };
        return new(question.Views.Entities.Where(query.Holds), e => e.Id, Views(question).Entity);
    }
}
