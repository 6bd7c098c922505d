namespace Sayso.Architecture.Tests;

/// <summary>
/// The public API of each library, as <c>Api/ROOM.txt</c> has it: a change of it is seen in review. <c>./build api</c> writes
/// the files anew.
/// </summary>
public sealed class PublicApiTests
{
    /// <summary>Set to <c>renew</c>, the files are written instead of compared.</summary>
    private const string Wish = "SAYSO_API";

    public static TheoryData<string> Libraries => [.. Rooms.Libraries];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void PublicApi_IsAsWrittenDown(string room)
    {
        var file = Path.Combine(Repository.Root, "tests", "Sayso.Architecture.Tests", "Api", $"{room}.txt");
        var lines = PublicApi.Of(Rooms.Load(room));
        if (Environment.GetEnvironmentVariable(Wish) == "renew")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, string.Concat(lines.Select(line => line + "\n")));
            return;
        }

        var kept = File.Exists(file) ? File.ReadAllLines(file) : [];
        var differences = kept.Except(lines).Select(line => "- " + line.Trim()).Concat(lines.Except(kept).Select(line => "+ " + line.Trim())).Take(20).ToList();
        Assert.True(kept.SequenceEqual(lines), $"The public API of {room} is no longer that of Api/{room}.txt (./build api writes it anew):\n{string.Join('\n', differences)}");
    }
}
