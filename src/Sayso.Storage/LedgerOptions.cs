namespace Sayso.Storage;

/// <summary>Which ledger to open, and how.</summary>
public sealed record LedgerOptions
{
    /// <summary>The file's path; relative ones count from the current folder.</summary>
    public required string Path { get; init; }

    /// <summary>Whether to make a ledger where there is no file, or one without bytes. The folder must be there.</summary>
    public bool CreateIfMissing { get; init; }

    /// <summary>How long to wait for another process that is writing before the ledger counts as locked. Zero or more.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The clock that entries are dated by.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
