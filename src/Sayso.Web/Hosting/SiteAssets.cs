using System.Reflection;
using System.Security.Cryptography;

namespace Sayso.Web.Hosting;

/// <summary>
/// Style, script, fonts and icon, out of the assembly. An address holds a hash of the content, so that a browser may keep
/// what it got for ever.
/// </summary>
internal static class SiteAssets
{
    private const int HashDigits = 12;

    private static readonly Dictionary<string, string> _types = new(StringComparer.Ordinal)
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".woff2"] = "font/woff2",
    };

    private static readonly Dictionary<string, Asset> _all = Load();

    /// <summary>The address of an asset.</summary>
    public static string Url(string name) => $"/assets/{_all[name].Hash}/{name}";

    /// <summary>An asset by its name; <c>null</c> for any other word. An old hash leads to what is there now.</summary>
    public static Asset? Find(string? name) => name is null ? null : _all.GetValueOrDefault(name);

    private static Dictionary<string, Asset> Load()
    {
        Dictionary<string, Asset> all = new(StringComparer.Ordinal);
        var assembly = Assembly.GetExecutingAssembly();

        // Style sheets name the fonts by their addresses: they come last.
        foreach (var name in assembly.GetManifestResourceNames().Where(n => _types.ContainsKey(Path.GetExtension(n)))
            .OrderBy(n => n.EndsWith(".css", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            var bytes = copy.ToArray();
            if (name.EndsWith(".css", StringComparison.Ordinal))
            {
                bytes = WithAddresses(bytes, all);
            }

            all.Add(name, new Asset(bytes, _types[Path.GetExtension(name)],
                Convert.ToHexStringLower(SHA256.HashData(bytes))[..HashDigits]));
        }

        return all;
    }

    private static byte[] WithAddresses(byte[] css, Dictionary<string, Asset> others) => System.Text.Encoding.UTF8.GetBytes(
        others.Aggregate(System.Text.Encoding.UTF8.GetString(css),
            (text, other) => text.Replace($"url({other.Key})", $"url(/assets/{other.Value.Hash}/{other.Key})", StringComparison.Ordinal)));
}

/// <summary>A file of the page.</summary>
/// <param name="Bytes">Its content.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Hash">The beginning of its content's hash.</param>
internal sealed record Asset(byte[] Bytes, string Type, string Hash);
