using System.Text;
using Sayso.Core.Errors;
using Sayso.Core.Text;

namespace Sayso.Evaluation.Gold;

/// <summary>
/// Reads files of corpora. What is missing or malformed ends the evaluation: a figure over a part of a corpus would pass
/// for one over all of it.
/// </summary>
internal static class CorpusFile
{
    // Offsets count every code point of the file, a byte order mark too, and bytes that are no UTF-8 would shift them.
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static async Task<string> ReadTextAsync(string path, CancellationToken cancellation)
    {
        try
        {
            return _strict.GetString(await File.ReadAllBytesAsync(path, cancellation).ConfigureAwait(false));
        }
        catch (DecoderFallbackException error)
        {
            throw Bad(path, "it is not UTF-8", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Bad(path, error.Message, error);
        }
    }

    /// <summary>The files of a folder with a given extension, in the ordinal order of their names.</summary>
    public static IReadOnlyList<string> List(string folder, string extension)
    {
        try
        {
            return
            [
                .. Directory.EnumerateFiles(folder)
                    .Where(f => f.EndsWith(extension, StringComparison.Ordinal))
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Bad(folder, error.Message, error);
        }
    }

    public static string Existing(string path) =>
        File.Exists(path) ? path : throw Bad(path, "there is no such file");

    public static SaysoException Bad(string where, string why, Exception? inner = null) =>
        new(ProblemCodes.BadCorpus, $"The corpus cannot be used: {where}: {why.TrimEnd('.')}.", inner);

    /// <summary>
    /// Fragments as annotators gave them, in any order, made a list: empty ones are left out, overlapping ones become
    /// one, which changes no token set.
    /// </summary>
    public static SpanList Merge(IEnumerable<TextSpan> fragments)
    {
        List<TextSpan> merged = [];
        foreach (var span in fragments.Where(f => !f.IsEmpty).Order())
        {
            if (merged.Count > 0 && span.Start < merged[^1].End)
            {
                merged[^1] = new(merged[^1].Start, Math.Max(merged[^1].End, span.End));
            }
            else
            {
                merged.Add(span);
            }
        }

        return SpanList.Of(merged);
    }
}
