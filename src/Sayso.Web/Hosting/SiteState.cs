using Sayso.Core.Analysis;

namespace Sayso.Web.Hosting;

/// <summary>What a server holds between requests.</summary>
internal sealed class SiteState : IDisposable
{
    /// <summary>The name of the field of a form that holds its token.</summary>
    public const string TokenField = "form-token";

    /// <summary>Makes it of a site.</summary>
    public SiteState(Site site)
    {
        Site = site;
        Ledgers = new LedgerPool(site.OpenLedger);
        Reading = new ReadingRoom(site.Intake);
        Claims = new ClaimShelf(Ledgers, site.Claims);
        Claims.Begin();
        Instance = InstanceOf(site, Ledgers.Ask(l => l.Entries(null).FirstOrDefault()?.Hash));
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

    /// <inheritdoc/>
    public void Dispose()
    {
        Claims.Dispose();
        Reading.Dispose();
        Ledgers.Dispose();
    }

    private static string InstanceOf(Site site, string? first) =>
        $"{site.LedgerName}:{first}:{site.Version}:{typeof(ClaimedLedger).Module.ModuleVersionId:N}:{typeof(SiteState).Module.ModuleVersionId:N}";
}
