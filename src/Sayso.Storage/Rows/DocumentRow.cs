using Sayso.Core.Documents;

namespace Sayso.Storage.Rows;

/// <summary>A row of <c>document</c> with its problems; the raw bytes are apart, compressed.</summary>
/// <param name="Entry">The entry that added it, which is its key.</param>
/// <param name="Document">What was read, without the raw bytes.</param>
/// <param name="RawLength">Number of the raw bytes.</param>
/// <param name="Version">Of its address, from 1.</param>
internal sealed record DocumentRow(long Entry, Document Document, long RawLength, int Version);
