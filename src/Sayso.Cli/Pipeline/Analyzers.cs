using Sayso.Inference;
using Sayso.Inference.Analysis;
using Sayso.Inference.Models;

namespace Sayso.Cli.Pipeline;

/// <summary>The model, loaded when it is first needed and kept until the end.</summary>
internal sealed class Analyzers(Installation installation) : IDisposable
{
    private readonly Dictionary<(Convention, string), Analyzer> _loaded = [];

    /// <summary>The analyzer that follows a convention.</summary>
    /// <param name="convention">Whose way of marking.</param>
    /// <param name="folder">The weights' folder; <c>null</c>: those that the program comes with.</param>
    /// <exception cref="Core.Errors.SaysoException">The model cannot be used (<c>SAY3001</c>).</exception>
    public Analyzer Of(Convention convention, string? folder = null)
    {
        var place = folder ?? installation.Model;
        if (!_loaded.TryGetValue((convention, place), out var analyzer))
        {
            analyzer = new Analyzer(AttributionModel.Load(place), new AnalyzerOptions { Convention = convention });
            _loaded.Add((convention, place), analyzer);
        }

        return analyzer;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var analyzer in _loaded.Values)
        {
            analyzer.Dispose();
        }
    }
}
