using Sayso.Core.Ledger;

namespace Sayso.Cli.Pipeline;

/// <summary>What an <c>add</c> did so far.</summary>
/// <param name="Inputs">Inputs dealt with.</param>
/// <param name="Added">Documents that were new.</param>
/// <param name="Versions">New versions of known addresses.</param>
/// <param name="Known">Documents that were there already, retracted and purged ones included.</param>
/// <param name="Failed">Inputs that could not be read.</param>
/// <param name="Statements">Statements added.</param>
internal readonly record struct AddSum(int Inputs, int Added, int Versions, int Known, int Failed, long Statements)
{
    /// <summary>One more input.</summary>
    public static AddSum operator +(AddSum sum, AddedItem item) => new(
        sum.Inputs + 1,
        sum.Added + (item.Outcome == AddOutcome.Added ? 1 : 0),
        sum.Versions + (item.Outcome == AddOutcome.NewVersion ? 1 : 0),
        sum.Known + (item.Outcome is AddOutcome.AlreadyThere or AddOutcome.Retracted or AddOutcome.Purged ? 1 : 0),
        sum.Failed + (item.Outcome is null ? 1 : 0),
        sum.Statements + item.Statements);
}
