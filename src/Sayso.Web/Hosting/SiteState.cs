using Microsoft.AspNetCore.Http;
using Sayso.Core.Access;
using Sayso.Core.Analysis;
using Sayso.Web.Access;

namespace Sayso.Web.Hosting;

/// <summary>What a server holds between requests.</summary>
internal sealed class SiteState : IDisposable
{
    /// <summary>The name of the field of a form that holds its token.</summary>
    public const string TokenField = "form-token";

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
        Instance = InstanceOf(site, Ledgers.Ask(l => l.EntriesAfter(0).FirstOrDefault()?.Hash));
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

    /// <summary>Who speaks, and in which outlets.</summary>
    public DigestShelf Digest { get; }

    /// <summary>Who may come in; <c>null</c> where everybody on this machine may.</summary>
    public Gate? Gate { get; }

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
        Reading.Dispose();
        Ledgers.Dispose();
        Gate?.Dispose();
    }

    private static string InstanceOf(Site site, string? first) =>
        $"{site.LedgerName}:{first}:{site.Version}:{typeof(ClaimedLedger).Module.ModuleVersionId:N}:{typeof(SiteState).Module.ModuleVersionId:N}";
}
