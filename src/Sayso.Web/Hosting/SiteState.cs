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
    }

    /// <summary>What is served.</summary>
    public Site Site { get; }

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
}
