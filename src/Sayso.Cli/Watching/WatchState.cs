using System.Text.Json;
using System.Text.Json.Serialization;
using Sayso.Core.Errors;

namespace Sayso.Cli.Watching;

/// <summary>What is known of a watched address.</summary>
/// <param name="Address">The address.</param>
/// <param name="FirstSeen">When it was first to be fetched.</param>
/// <param name="Due">When it is to be fetched next.</param>
internal sealed record Watched(string Address, DateTimeOffset FirstSeen, DateTimeOffset Due)
{
    /// <summary>Whether the user named it: then it is watched until the user stops.</summary>
    public bool IsNamed { get; init; }

    /// <summary>Whether it is a feed or a sitemap; <c>null</c> before it was fetched.</summary>
    public bool? IsList { get; init; }

    /// <summary>The mark that the server gave its content.</summary>
    public string? ETag { get; init; }

    /// <summary>When its content last changed, as the server wrote it.</summary>
    public string? LastModified { get; init; }

    /// <summary>SHA-256 of its documents' titles and texts when they were last read.</summary>
    public string? TextHash { get; init; }

    /// <summary>How often it was fetched.</summary>
    public int Reads { get; init; }

    /// <summary>How often in a row it could not be had.</summary>
    public int Failures { get; init; }

    /// <summary>Whether it is fetched no more; it stays known, so that a feed does not bring it back.</summary>
    public bool IsDone { get; init; }
}

/// <summary>
/// What <c>watch</c> remembers: a file beside the ledger, replaced as a whole after every address, so that a crash costs
/// one fetch at most. It holds no news and can be deleted; then everything is fetched once more.
/// </summary>
internal sealed class WatchState
{
    private readonly string _path;
    private readonly Dictionary<string, Watched> _all;

    private WatchState(string path, IEnumerable<Watched> all)
    {
        _path = path;
        _all = all.ToDictionary(w => w.Address, StringComparer.Ordinal);
    }

    /// <summary>Everything, done or not.</summary>
    public IReadOnlyCollection<Watched> All => _all.Values;

    /// <summary>The state of a ledger's watch; an empty one where there is no file yet.</summary>
    /// <exception cref="SaysoException">The file is no such state (<c>SAY4005</c>).</exception>
    public static WatchState Load(string ledger)
    {
        var path = ledger + "-watch";
        try
        {
            return new WatchState(path, File.Exists(path)
                ? JsonSerializer.Deserialize(File.ReadAllBytes(path), WatchJson.Default.IReadOnlyListWatched) ?? [] : []);
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw new SaysoException(ProblemCodes.Failed,
                $"{path} is not what `sayso watch` left there: {e.Message} Delete it, and everything is fetched once more.", e);
        }
    }

    /// <summary>Whether an address is known.</summary>
    public bool Knows(string address) => _all.ContainsKey(address);

    /// <summary>What is to be fetched next: lists before pages that are due as well.</summary>
    public Watched? Next() => _all.Values.Where(w => !w.IsDone).OrderBy(w => w.Due).ThenBy(w => w.IsList != true)
        .ThenBy(w => w.Address, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>Takes what is known now, and writes it to the disk.</summary>
    public void Save(IEnumerable<Watched> changed)
    {
        foreach (var watched in changed)
        {
            _all[watched.Address] = watched;
        }

        var part = _path + ".part";
        using (var file = new FileStream(part, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(file, [.. _all.Values.OrderBy(w => w.Address, StringComparer.Ordinal)],
                WatchJson.Default.IReadOnlyListWatched);
            file.Flush(flushToDisk: true);
        }

        File.Move(part, _path, overwrite: true);
    }
}

/// <summary>The serialiser, made at compile time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(IReadOnlyList<Watched>))]
internal sealed partial class WatchJson : JsonSerializerContext;
