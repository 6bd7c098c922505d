using System.Text.RegularExpressions;
using Sayso.Ingestion.Forms;

namespace Sayso.Ingestion.Feeds;

/// <summary>Tells the forms that are JSON.</summary>
internal static partial class JsonForms
{
    /// <summary>The form, or <c>null</c> for other JSON and what is none.</summary>
    public static Form? Of(string text) => text.AsSpan().TrimStart() is ['{', ..] && FeedVersion().IsMatch(text) ? Form.JsonFeed : null;

    [GeneratedRegex(@"""version""\s*:\s*""https?:(?:\\?/){2}jsonfeed\.org(?:\\?/)version")]
    private static partial Regex FeedVersion();
}
