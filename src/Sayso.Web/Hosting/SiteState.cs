using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Sayso.Core.Access;
using Sayso.Core.Analysis;
using Sayso.Core.Search;
using Sayso.Web.Access;

namespace Sayso.Web.Hosting;

/// <summary>What a server holds between requests.</summary>
internal sealed class SiteState : IDisposable
{
    /// <summary>The name of the field of a form that holds its token.</summary>
    public const string TokenField = "form-token";

    private readonly ConditionalWeakTable<object, string> _names = [];

    /// <summary>Makes it of a site.</summary>
    /// <param name="site">What is served.</param>
    /// <param name="gate">Who may come in; <c>null</c> where everybody on this machine may.</param>
    /// <param name="limits">How much is answered; <c>null</c> for as much as usual.</param>
    public SiteState(Site site, Gate? gate = null, ServeLimits? limits = null)
    {
        Gate = gate;
        Site = site;
        Ledgers = new LedgerPool(site.OpenLedger);
        Reading = new ReadingRoom(site.Intake);
        Claims = new ClaimShelf(Ledgers, site.Claims, (limits ?? new ServeLimits()).Claims, site.Encode);
        Digest = new DigestShelf(Ledgers);
        Claims.Begin();
        Instance = $"{InstanceOf(site, Ledgers.Ask(l => l.EntriesAfter(0).FirstOrDefault()?.Hash))}:{(limits ?? new ServeLimits()).Claims}";
    }

    /// <summary>What is served.</summary>
    public Site Site { get; }

    /// <summary>Which ledger it is, and which program reads it: answers of another one are others.</summary>
    public string Instance { get; }

    /// <summary>The ledger.</summary>
    public LedgerPool Ledgers { get; }

    /// <summary>What is being read.</summary>
    public ReadingRoom Reading { get; }

    /// <summary>What is claimed.</summary>
    public ClaimShelf Claims { get; }

    /// <summary>Pages that were read again.</summary>
    public VersionShelf Versions { get; } = new();

    /// <summary>Who speaks, and in which outlets.</summary>
    public DigestShelf Digest { get; }

    /// <summary>Who may come in; <c>null</c> where everybody on this machine may.</summary>
    public Gate? Gate { get; }

    /// <summary>Where else than in words the ledger can be searched, as far as that is known: never waited for.</summary>
    public SearchReach Reach(CancellationToken cancellationToken) => Reach(out _, cancellationToken);

    /// <summary>Where else than in words the ledger can be searched, as far as that is known: never waited for.</summary>
    /// <param name="state">What tells it from what it is at another time.</param>
    /// <param name="cancellationToken">Ends the encoding of what is looked for.</param>
    public SearchReach Reach(out string state, CancellationToken cancellationToken)
    {
        var (views, meanings) = (Claims.KnownViews, Claims.Meanings);

        // Whoever spoke before the claims' window is known from the walk through all statements only.
        var digest = views is not { Ledger.Window.IsWhole: true } ? Digest.Known : null;
        state = $"{NameOf(views)}.{NameOf(digest)}.{NameOf(meanings)}";
        return new SearchReach(digest?.Speakers ?? views?.ActorIndex ?? ActorIndex.Empty, meanings, Site.Encode is { } encode ? words => encode(words, cancellationToken) : null);
    }

    /// <summary>Why a search looks only for the words, for people; <c>null</c> where it looks for what they mean too.</summary>
    public string? WhyOnlyWords => Site.Encode is null || Claims.Meanings.Count > 0 ? null
        : Claims.KnownProblem is { } problem ? $"By words only: what statements mean is known where their claims are. {problem.Message}"
        : !Claims.AreMeaningsRead ? "By words only: what the statements mean is being read, after the claims."
        : Ledgers.Ask(l => l.Count().Statements) is > MeaningIndex.MostStatements and var count ? $"By words only: the ledger has {count:N0} statements, and meanings are compared of {MeaningIndex.MostStatements:N0} at most."
        : null;

    /// <summary>Hands in what is to be read, in the name of whoever asks.</summary>
    public Batch HandIn(IReadOnlyList<IntakeInput> inputs, HttpContext context) =>
        HandIn(inputs, Visitor.Of(context)?.Name, RateLimits.NetworkOf(context));

    /// <summary>Hands in what is to be read.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="user">In whose name; <c>null</c> where nobody has to say.</param>
    /// <param name="from">From where.</param>
    public Batch HandIn(IReadOnlyList<IntakeInput> inputs, string? user, string from)
    {
        Gate?.Log.Note(AuditAction.DocumentAdd, user, from, string.Join(", ", inputs.Select(i => i.Name)));
        return Reading.Add([.. inputs.Select(i => i with { Author = user })]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Claims.Dispose();
        Digest.Dispose();
        Versions.Dispose();
        Reading.Dispose();
        Ledgers.Dispose();
        Gate?.Dispose();
    }

    /// <summary>A name that nothing else has, of this server or another start of it.</summary>
    private string NameOf(object? known) => known is null ? string.Empty : _names.GetValue(known, _ => Guid.NewGuid().ToString("N"));

    private static string InstanceOf(Site site, string? first) =>
        $"{site.LedgerName}:{first}:{site.Version}:{typeof(ClaimedLedger).Module.ModuleVersionId:N}:{typeof(SiteState).Module.ModuleVersionId:N}";
}
