using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Sayso.Fuzz;

/// <summary>
/// Mutates inputs and runs them in this process. Where the assemblies were instrumented by SharpFuzz, an input that takes a
/// branch, or takes it so many times, as none before goes into the corpus (as AFL does); where they were not, all is chance.
/// </summary>
internal sealed unsafe class FuzzLoop
{
    private const int MapBytes = 65_536;
    private const int MostSeedBytes = 256 << 10;
    /// <summary>Of the processor, since a busy machine slows everything.</summary>
    private static readonly TimeSpan _hang = TimeSpan.FromSeconds(10);
    private const long MostAllocation = 3L << 30;

    private readonly FuzzTarget _target;
    private readonly string _folder;
    private readonly Mutator _mutator;
    private static readonly byte* _map = (byte*)NativeMemory.AllocZeroed(MapBytes);
    private readonly byte[] _seen = new byte[MapBytes];
    private readonly HashSet<string> _findings = new(StringComparer.Ordinal);
    private byte[] _current = [];
    private long _started = long.MaxValue;
    private long _executions;

    public FuzzLoop(FuzzTarget target, string folder)
    {
        _target = target;
        _folder = folder;
        _mutator = new Mutator(new Random(Environment.TickCount));
        Directory.CreateDirectory(Path.Combine(folder, "corpus"));
        Directory.CreateDirectory(Path.Combine(folder, "findings"));
    }

    /// <summary>Gives instrumented code the map that it writes to: before any of it runs.</summary>
    public static void Prepare() => SharpFuzz.Common.Trace.SharedMem = _map;

    /// <summary>Runs for a time; 1 where something was found.</summary>
    public int Run(IEnumerable<byte[]> seeds, TimeSpan time)
    {
        using var watch = new Timer(_ => GiveUpOnHang(), null, 500, 500);
        var clock = Stopwatch.StartNew();
        var processor = Environment.CpuUsage.TotalTime;
        List<byte[]> corpus = [];
        foreach (var seed in seeds.Concat(Directory.EnumerateFiles(Path.Combine(_folder, "corpus")).Select(File.ReadAllBytes)).Where(s => s.Length is > 0 and <= MostSeedBytes))
        {
            if (Execute(seed) || corpus.Count == 0)
            {
                corpus.Add(seed);
            }

            if (clock.Elapsed > time)
            {
                break;
            }
        }

        var (begun, isInstrumented) = (corpus.Count, _seen.Any(b => b != 0));
        while (clock.Elapsed < time)
        {
            var input = _mutator.Mutate(corpus);
            if (Execute(input) && isInstrumented)
            {
                corpus.Add(input);
                File.WriteAllBytes(Path.Combine(_folder, "corpus", Name(input)), input);
            }
        }

        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{_target.Name}\t{clock.Elapsed.TotalSeconds:0}\t{(Environment.CpuUsage.TotalTime - processor).TotalSeconds:0}\t{_executions}\t{(isInstrumented ? _seen.Count(b => b != 0) : 0)}\t{begun}\t{corpus.Count}\t{_findings.Count}");
        File.AppendAllText(Path.Combine(Path.GetDirectoryName(_folder)!, "log.tsv"), line + "\n");
        Console.WriteLine(line);
        return _findings.Count > 0 ? 1 : 0;
    }

    /// <summary>Runs one input; whether it went where none before did.</summary>
    private bool Execute(byte[] input)
    {
        new Span<byte>(_map, MapBytes).Clear();
        SharpFuzz.Common.Trace.PrevLocation = 0;
        _current = input;
        var allocated = GC.GetTotalAllocatedBytes();
        Volatile.Write(ref _started, Environment.CpuUsage.TotalTime.Ticks);
        try
        {
            _target.Run(input);
        }
#pragma warning disable CA1031 // Whatever comes out is what is looked for.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Volatile.Write(ref _started, long.MaxValue);
            Found(e.GetType().Name + Where(e), input, e.ToString());
        }

        Volatile.Write(ref _started, long.MaxValue);
        _executions++;
        if (GC.GetTotalAllocatedBytes() - allocated is > MostAllocation and var bytes)
        {
            Found("memory", input, $"{bytes >> 20} MiB were allocated");
        }

        return IsNew();
    }

    /// <summary>Whether the map has a branch, or a class of how often, that none before had.</summary>
    private bool IsNew()
    {
        var isNew = false;
        for (var at = 0; at < MapBytes; at++)
        {
            if (_map[at] is > 0 and var hits)
            {
                var bit = (byte)(1 << (hits switch { 1 => 0, 2 => 1, 3 => 2, < 8 => 3, < 16 => 4, < 32 => 5, < 128 => 6, _ => 7 }));
                isNew |= (_seen[at] & bit) == 0;
                _seen[at] |= bit;
            }
        }

        return isNew;
    }

    private void Found(string kind, byte[] input, string what)
    {
        if (_findings.Add(kind))
        {
            var path = Path.Combine(_folder, "findings", $"{kind}-{Name(input)}");
            File.WriteAllBytes(path, input);
            File.WriteAllText(path + ".txt", what);
            Console.Error.WriteLine($"{_target.Name}: {kind}: {path}");
        }
    }

    /// <summary>An input that does not end cannot be taken out of its thread: the process ends, and the input is kept.</summary>
    private void GiveUpOnHang()
    {
        if (Volatile.Read(ref _started) is var started && started != long.MaxValue && Environment.CpuUsage.TotalTime.Ticks - started > _hang.Ticks)
        {
            Found("hang", _current, $"more than {_hang.TotalSeconds} seconds of the processor");
            Environment.Exit(3);
        }
    }

    private static string Name(byte[] input) => Convert.ToHexStringLower(SHA256.HashData(input))[..16];

    /// <summary>The first place of ours in an exception's trace.</summary>
    private static string Where(Exception e) => new StackTrace(e).GetFrames().Select(f => f.GetMethod()).FirstOrDefault(m => m?.DeclaringType?.Namespace?.StartsWith("Sayso", StringComparison.Ordinal) == true) is { } method
        ? $"-{method.DeclaringType!.Name}.{method.Name}".Replace('<', '_').Replace('>', '_')
        : string.Empty;
}
