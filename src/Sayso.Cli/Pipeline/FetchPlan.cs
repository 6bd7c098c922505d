using Sayso.Ingestion.Fetching;

namespace Sayso.Cli.Pipeline;

/// <summary>How a command fetches addresses.</summary>
internal sealed record FetchPlan
{
    /// <summary>The folder of the web archive that every answer goes to; <c>null</c> for none.</summary>
    public string? Archive { get; init; }

    /// <summary>Whether a feed's or sitemap's links are fetched in the place of its items.</summary>
    public bool Follows { get; init; }

    /// <summary>Bounds and manners.</summary>
    public FetchOptions Options { get; init; } = new();

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Ends waiting and fetching.</summary>
    public CancellationToken Stop { get; init; }
}

/// <summary>Where a ledger's web archive is: a folder beside it, as SQLite's own files are.</summary>
internal static class ArchiveFolder
{
    /// <summary>The folder of a ledger.</summary>
    public static string Of(string ledger) => ledger + "-warc";
}
