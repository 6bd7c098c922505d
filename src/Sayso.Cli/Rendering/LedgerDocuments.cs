using Sayso.Core.Documents;

namespace Sayso.Cli.Rendering;

/// <summary>What documents are called where one line has several.</summary>
internal static class LedgerDocuments
{
    /// <summary>The outlet; of a document without one the host of its address, or its headline.</summary>
    public static string NameOf(Document document) => document.Outlet
        ?? (Uri.TryCreate(document.Url, UriKind.Absolute, out var address) && address.Host.Length > 0
            ? address.Host : document.Title ?? document.Path ?? document.Id);
}
