using System.Security.Cryptography;
using System.Text;
using Sayso.Core.Documents;

namespace Sayso.Evaluation.Gold;

/// <summary>The text of an article of a corpus, exactly as its file holds it.</summary>
/// <param name="Name">The file's name without extension.</param>
/// <param name="Text">Its content.</param>
public sealed record GoldText(string Name, string Text)
{
    /// <summary>The document that a reader of attributions is given: plain text, and nothing stated beside it.</summary>
    public Document ToDocument()
    {
        var raw = Encoding.UTF8.GetBytes(Text);
        var hash = Convert.ToHexStringLower(SHA256.HashData(raw));
        return new()
        {
            Id = DocumentId.Of(hash, StatedMetadata.None),
            Raw = raw,
            RawHash = hash,
            MediaType = "text/plain",
            Text = Text,
            Path = Name,
        };
    }
}
