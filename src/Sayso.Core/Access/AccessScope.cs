namespace Sayso.Core.Access;

/// <summary>What somebody may do with a served ledger; each includes those before it.</summary>
public enum AccessScope
{
    /// <summary>Look at everything, change nothing.</summary>
    Read,

    /// <summary>Add documents, correct, note.</summary>
    Write,

    /// <summary>See who did what; add and remove users and tokens.</summary>
    Admin,
}
