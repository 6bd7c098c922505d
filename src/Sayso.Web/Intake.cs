using Sayso.Core.Documents;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;

namespace Sayso.Web;

/// <summary>Reads inputs into the ledger. What comes out is in the ledger, whatever happens after.</summary>
/// <param name="inputs">The inputs; one that is a container gives several results with its name.</param>
/// <param name="cancellationToken">Stops between two documents with an <see cref="OperationCanceledException"/>.</param>
public delegate IEnumerable<IntakeResult> Intake(IReadOnlyList<IntakeInput> inputs, CancellationToken cancellationToken);

/// <summary>Something to be read.</summary>
/// <param name="Name">What the user calls it: a file's name, or the first words of a text.</param>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Stated">What the user states beside them.</param>
public sealed record IntakeInput(string Name, ReadOnlyMemory<byte> Bytes, StatedMetadata Stated)
{
    /// <summary>
    /// The address that it is fetched from first, within the bounds and manners of <c>sayso add</c>; <c>null</c> where
    /// <see cref="Bytes"/> are all there is to read.
    /// </summary>
    public string? Address { get; init; }

    /// <summary>The user who hands it in, whom the ledger's entry names; <c>null</c> where nobody has to say.</summary>
    public string? Author { get; init; }

    /// <summary>A link to be fetched.</summary>
    /// <param name="address">The address, as the user gave it.</param>
    /// <param name="stated">What the user states beside it.</param>
    public static IntakeInput Link(string address, StatedMetadata stated) => new(address, ReadOnlyMemory<byte>.Empty, stated) { Address = address };
}

/// <summary>What became of an input, or of a document in it.</summary>
/// <param name="Name">The input's name.</param>
public sealed record IntakeResult(string Name)
{
    /// <summary>The document's id; <c>null</c> where there is no document.</summary>
    public string? DocumentId { get; init; }

    /// <summary>What adding did; <c>null</c> where there is no document.</summary>
    public AddOutcome? Outcome { get; init; }

    /// <summary>Statements added.</summary>
    public int Statements { get; init; }

    /// <summary>Why it failed, or what was wrong with a document that was read all the same.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];
}
