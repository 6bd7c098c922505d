using System.Text.Json;
using Sayso.Core.Attitudes;
using Sayso.Core.Claims;
using Sayso.Core.Errors;
using Sayso.Core.Origins;
using Sayso.Core.Text;

namespace Sayso.Evaluation.Gold;

/// <summary>Reads stories: folders that hold a <c>gold.json</c>.</summary>
public static class StoryCorpus
{
    private const string File = "gold.json";

    /// <summary>The story of a folder, or the stories of the folders in it, in the ordinal order of their names.</summary>
    /// <exception cref="SaysoException">There is none, or one is malformed (<c>SAY4002</c>).</exception>
    public static async Task<IReadOnlyList<StoryGold>> ReadAsync(string directory, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(directory))
        {
            throw CorpusFile.Bad(directory, "there is no such folder");
        }

        string[] folders = Path.Exists(Path.Combine(directory, File)) ? [directory]
            : [.. Directory.EnumerateDirectories(directory).Where(d => Path.Exists(Path.Combine(d, File))).Order(StringComparer.Ordinal)];
        List<StoryGold> stories = [];
        foreach (var folder in folders)
        {
            stories.Add(await ReadOneAsync(Path.Combine(folder, File), cancellationToken).ConfigureAwait(false));
        }

        return stories.Count > 0 ? stories : throw CorpusFile.Bad(directory, $"neither it nor a folder in it holds a {File}");
    }

    private static async Task<StoryGold> ReadOneAsync(string path, CancellationToken cancellationToken)
    {
        var text = await CorpusFile.ReadTextAsync(path, cancellationToken).ConfigureAwait(false);
        try
        {
            using var json = JsonDocument.Parse(text);
            return Story(json.RootElement, Path.GetDirectoryName(path)!);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw CorpusFile.Bad(path, error.Message, error);
        }
    }

    private static StoryGold Story(JsonElement root, string folder) => new(
        Text(root, "title"),
        Path.GetFullPath(Path.Combine(folder, Text(root, "documents"))),
        List(root, "claims", c => new GoldClaim(
            Text(c, "id"), Text(c, "proposition"), Count(c.GetProperty("origins"), "for"), Count(c.GetProperty("origins"), "against"),
            List(c, "mentions", Mention))))
    {
        Apart = List(root, "apart", Strings),
        Circular = List(root, "circular", Strings),
        DeadEnds = List(root, "deadEnds", d => new GoldDeadEnd(Text(d, "citing"), Text(d, "cited"))),
        Moves = List(root, "moves", m =>
            new GoldMove(Text(m, "actor"), Text(m, "claim"), Member<Stance>(m, "from"), Member<Stance>(m, "to"),
                Strings(m.GetProperty("documents")))),
        Conflicts = List(root, "conflicts", c => new GoldConflict(Text(c, "kind"), Strings(c.GetProperty("claims")))),
    };

    private static GoldMention Mention(JsonElement mention) => new(
        Text(mention, "document"),
        Text(mention, "passage"),
        Member<Side>(mention, "side"),
        mention.TryGetProperty("origin", out var origin) ? origin.GetString() : null);

    private static OriginCount Count(JsonElement origins, string side) =>
        new(origins.GetProperty(side).GetProperty("low").GetInt32(), origins.GetProperty(side).GetProperty("high").GetInt32());

    private static TMember Member<TMember>(JsonElement parent, string name)
        where TMember : struct, Enum =>
        ClosedSet.Parse<TMember>(Text(parent, name)) ?? throw new FormatException($"“{Text(parent, name)}” is no {name}");

    private static string Text(JsonElement parent, string name) =>
        parent.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null");

    private static ValueList<string> Strings(JsonElement list) => list.EnumerateArray().Select(s => s.GetString()!).ToValueList();

    private static ValueList<T> List<T>(JsonElement parent, string name, Func<JsonElement, T> read) => parent.GetProperty(name)
        .EnumerateArray().Select(read).ToValueList();
}
