using System.Collections;

namespace Sayso.Targets;

/// <summary>What one word of <c>./build WORD</c> does.</summary>
/// <param name="Help">One sentence.</param>
/// <param name="Needs">Targets that run before it.</param>
/// <param name="Action">Takes the further arguments; returns an exit code.</param>
internal sealed record Target(string Help, IReadOnlyList<string> Needs, Func<IReadOnlyList<string>, int> Action);

/// <summary>Targets by name. Each runs once, after those it needs; the first failure ends the run.</summary>
internal sealed class TargetGraph : IEnumerable<KeyValuePair<string, Target>>
{
    private static readonly string[] Default = ["format", "test"];
    private readonly Dictionary<string, Target> _targets = [];
    private readonly HashSet<string> _done = [];

    public Target this[string name]
    {
        set => _targets[name] = value;
    }

    /// <summary>The first argument is a target; what follows it is the target's own.</summary>
    public int Run(IReadOnlyList<string> arguments)
    {
        if (arguments.Count == 0)
        {
            return Default.Select(name => Run(name, [])).FirstOrDefault(code => code != 0);
        }

        if (_targets.ContainsKey(arguments[0]))
        {
            return Run(arguments[0], [.. arguments.Skip(1)]);
        }

        foreach (var (name, target) in _targets)
        {
            Console.WriteLine($"  {name,-10} {target.Help}");
        }

        return arguments[0] is "help" or "--help" ? 0 : 2;
    }

    public IEnumerator<KeyValuePair<string, Target>> GetEnumerator() => _targets.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int Run(string name, IReadOnlyList<string> arguments)
    {
        if (!_done.Add(name))
        {
            return 0;
        }

        foreach (var need in _targets[name].Needs)
        {
            if (Run(need, []) is var code and not 0)
            {
                return code;
            }
        }

        return _targets[name].Action(arguments);
    }
}
