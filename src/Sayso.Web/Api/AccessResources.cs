using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;
using Sayso.Core.Access;
using Sayso.Core.Errors;
using Sayso.Core.Text;
using Sayso.Web.Access;
using Sayso.Web.Api.Contract;
using Sayso.Web.Hosting;

namespace Sayso.Web.Api;

/// <summary>
/// Users, tokens and the audit, for whoever has the scope <c>admin</c>: <see cref="ScopeRules"/> sees to that before anything is
/// looked up. A ledger without users has none of it: its first user is added at the command line.
/// </summary>
internal sealed class AccessResources(SiteState state)
{
    /// <summary>Bytes of a body at most: a name and a password have room in it.</summary>
    private const long MostBytes = 16 << 10;

    private const string Json = "application/json";
    private const string ProblemType = "application/problem+json";
    private const string NoStore = "no-store";
    private const string Admin = "Needs the scope admin; there where the ledger has users.";

    private static readonly JsonSerializerOptions _json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        MaxDepth = 4,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly ApiOperation _users = new("listUsers", "access", "The users, by name.") { IsList = true, Description = Admin };
    private static readonly ApiOperation _addUser = new("addUser", "access", "Adds a user.") { Description = Admin };
    private static readonly ApiOperation _setScope = new("setUserScope", "access", "Sets what a user may do, from the next request on.") { Description = $"{Admin} The last user with that scope keeps it (SAY7010)." };
    private static readonly ApiOperation _removeUser = new("removeUser", "access", "Removes a user, with tokens and sessions.") { Description = $"{Admin} What the user did stays under the name. The last user with that scope stays (SAY7010)." };
    private static readonly ApiOperation _tokens = new("listTokens", "access", "The tokens by name, those that are good no more too; none of them can be shown.") { IsList = true, Description = Admin };
    private static readonly ApiOperation _addToken = new("addToken", "access", "Makes a token, which is in the answer this once.") { Description = Admin };
    private static readonly ApiOperation _revokeToken = new("revokeToken", "access", "Revokes a token: it is taken no more from now on.") { Description = Admin };
    private static readonly ApiOperation _audit = new(
        "listAudit", "access", "Who did what, the newest first.", new ApiParameter("user", "Only what this user did."), new ApiParameter("action", "Only this.") { Words = ClosedSet.Names<AuditAction>() }, new ApiParameter("since", "On this day (UTC) or later.", ParameterForm.Day))
    {
        IsList = true,
        Description = Admin,
    };

    /// <summary>Maps them.</summary>
    public void Map(IEndpointRouteBuilder app)
    {
        List<UserResource, User>(app, ScopeRules.Users, _users, _ => new(Keepable().Store.Users(), u => u.Name, u => Line(Written(u))));
        List<TokenResource, AccessToken>(app, ScopeRules.Tokens, _tokens, _ => new(Keepable().Store.Tokens(), t => t.Name, t => Line(Written(t))));
        List<AuditResource, AuditEntry>(app, ScopeRules.AuditEntries, _audit, query => new(Keepable().Store.Audit(Asked(query)), e => $"{e.Sequence}", e => Line(Written(e))));
        Change(app.MapPost(ScopeRules.Users, (Func<HttpContext, Task>)AddUserAsync), _addUser).Accepts<NewUser>(Json, ApiDescription.Anything).Produces<UserResource>(StatusCodes.Status201Created);
        Change(app.MapPatch($"{ScopeRules.Users}/{{id}}", (Func<HttpContext, Task>)SetScopeAsync), _setScope).Accepts<NewScope>(Json, ApiDescription.Anything).Produces<UserResource>();
        Change(app.MapDelete($"{ScopeRules.Users}/{{id}}", (Func<HttpContext, Task>)RemoveUserAsync), _removeUser).Produces<UserResource>();
        Change(app.MapPost(ScopeRules.Tokens, (Func<HttpContext, Task>)AddTokenAsync), _addToken).Accepts<NewToken>(Json, ApiDescription.Anything).Produces<MadeTokenResource>(StatusCodes.Status201Created);
        Change(app.MapDelete($"{ScopeRules.Tokens}/{{id}}", (Func<HttpContext, Task>)RevokeTokenAsync), _revokeToken).Produces<TokenResource>();
    }

    private static RouteHandlerBuilder Change(RouteHandlerBuilder route, ApiOperation operation) => ApiMap.Describe(route, operation)
        .Produces<ProblemAnswer>(StatusCodes.Status404NotFound, ProblemType)
        .Produces<ProblemAnswer>(StatusCodes.Status409Conflict, ProblemType);

    /// <summary>Lists of who may come in change without the ledger: they have no tag, and nobody on the way keeps them.</summary>
    private static void List<TResource, TItem>(IEndpointRouteBuilder app, string path, ApiOperation operation, Func<ApiQuery, ListAnswer<TItem>> answer)
    {
        app.MapMethods(path, ["HEAD"], (RequestDelegate)AnswerAsync);
        ApiMap.Describe(app.MapGet(path, (Func<HttpContext, Task>)AnswerAsync), operation)
            .Produces<Listing<TResource>>(StatusCodes.Status200OK, Json, "application/jsonl")
            .Produces<ProblemAnswer>(StatusCodes.Status404NotFound, ProblemType);

        Task AnswerAsync(HttpContext context)
        {
            context.Response.Headers.CacheControl = NoStore;
            var query = new ApiQuery(context.Request.Query, operation.AllParameters);
            return answer(query).SendAsync(context, query);
        }
    }

    private static AuditQuery Asked(ApiQuery query) => new()
    {
        User = query.Words("user"),
        Action = query.Choice<AuditAction>("action"),
        Since = query.Day("since")?.AtMidnight().InUtc().ToInstant(),
    };

    private static AccessScope ScopeOf(string? word, AccessScope usual) => word is null ? usual
        : ClosedSet.Parse<AccessScope>(word) ?? throw ApiQuery.Bad($"“scope” has to be one of {string.Join(", ", ClosedSet.Names<AccessScope>())}.");

    private static async Task<TBody> BodyAsync<TBody>(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
        {
            throw ApiQuery.Bad("The body has to be JSON: Content-Type: application/json.");
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = MostBytes;
        }

        try
        {
            return await JsonSerializer.DeserializeAsync<TBody>(context.Request.Body, _json, context.RequestAborted) ?? throw ApiQuery.Bad("The body has to be a JSON object, not null.");
        }
        catch (JsonException)
        {
            // Not what the reader of JSON says: its words may hold a part of the body, and that a password.
            throw ApiQuery.Bad($"The body has to be a JSON object with {string.Join(", ", typeof(TBody).GetProperties().Select(p => $"“{JsonNamingPolicy.CamelCase.ConvertName(p.Name)}”"))} and nothing else.");
        }
    }

    private static byte[] Line<TResource>(TResource resource) => [.. JsonSerializer.SerializeToUtf8Bytes(resource, _json), (byte)'\n'];

    private static UserResource Written(User user) => new() { Name = user.Name, Scope = ClosedSet.NameOf(user.Scope), Created = Written(user.Created) };

    private static AuditResource Written(AuditEntry entry) => new()
    {
        Entry = entry.Sequence,
        At = Written(entry.At),
        User = entry.User,
        Action = ClosedSet.NameOf(entry.Action),
        Detail = entry.Detail,
        From = entry.From,
        Count = entry.Count,
    };

    private static string Written(Instant time) => InstantPattern.General.Format(time);

    private static async Task SendAsync<TResource>(HttpContext context, TResource resource, int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = Negotiation.Json;
        context.Response.Headers.CacheControl = NoStore;
        await context.Response.Body.WriteAsync(Line(resource), context.RequestAborted);
    }

    private TokenResource Written(AccessToken token) => new()
    {
        Name = token.Name,
        User = token.User,
        Scope = ClosedSet.NameOf(token.Scope),
        State = ClosedSet.NameOf(token.StateAt(Now())),
        Created = Written(token.Created),
        Expires = token.Expires is { } expires ? Written(expires) : null,
        Used = token.Used is { } used ? Written(used) : null,
    };

    private async Task AddUserAsync(HttpContext context)
    {
        var (keeper, body) = (Keeper(context), await BodyAsync<NewUser>(context));
        var scope = ScopeOf(body.Scope, AccessScope.Write);
        var user = await Keepable().Desk.HashingAsync(() => keeper.AddUser(body.Name, scope, () => body.Password), context.RequestAborted);
        context.Response.Headers.Location = $"{ScopeRules.Users}/{Uri.EscapeDataString(user.Name)}";
        await SendAsync(context, Written(user), StatusCodes.Status201Created);
    }

    private async Task SetScopeAsync(HttpContext context)
    {
        var (keeper, body) = (Keeper(context), await BodyAsync<NewScope>(context));
        await SendAsync(context, Written(keeper.SetScope(Routes.Part(context, "id"), ScopeOf(body.Scope, default))));
    }

    private Task RemoveUserAsync(HttpContext context) => SendAsync(context, Written(Keeper(context).RemoveUser(Routes.Part(context, "id"))));

    private async Task AddTokenAsync(HttpContext context)
    {
        var (keeper, body) = (Keeper(context), await BodyAsync<NewToken>(context));
        LocalDate? lastDay = body.Expires is not { } text ? null
            : LocalDatePattern.Iso.Parse(text) is { Success: true } day ? day.Value : throw ApiQuery.Bad("“expires” has to be a day like 2031-03-12.");
        var (token, secret) = keeper.AddToken(body.Name, body.User, ScopeOf(body.Scope, AccessScope.Read), lastDay);
        var made = Written(token);
        await SendAsync(
            context,
            new MadeTokenResource { Name = made.Name, User = made.User, Scope = made.Scope, State = made.State, Created = made.Created, Expires = made.Expires, Used = made.Used, Token = secret },
            StatusCodes.Status201Created);
    }

    private async Task RevokeTokenAsync(HttpContext context)
    {
        var (keeper, name) = (Keeper(context), Routes.Part(context, "id"));
        keeper.RevokeToken(name);
        await SendAsync(context, Written(Keepable().Store.Tokens().First(t => User.KeyOf(t.Name) == User.KeyOf(name))));
    }

    private Gate Keepable() => state.Gate ?? throw new SaysoException(
        ProblemCodes.NoSuchName, "This ledger has no users. The first is added at the command line: sayso user add NAME --scope admin.");

    /// <summary>Keeps in the name of whoever asks, who has come this far with the scope only.</summary>
    private AccessKeeper Keeper(HttpContext context)
    {
        var gate = Keepable();
        return Visitor.Of(context) is { Scope: AccessScope.Admin } visitor
            ? new AccessKeeper(gate.Store, new KeptBy(visitor.Name, RateLimits.NetworkOf(context), Now()) { KeepsAnAdmin = true })
            : throw gate.Refusal(context, ClosedSet.NameOf(AccessScope.Admin));
    }

    private Instant Now() => Instant.FromDateTimeOffset(state.Site.Time.GetUtcNow());
}
