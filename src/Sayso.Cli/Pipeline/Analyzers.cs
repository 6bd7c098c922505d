using Sayso.Inference;
using Sayso.Inference.Analysis;
using Sayso.Inference.Models;

namespace Sayso.Cli.Pipeline;

/// <summary>The model, loaded when it is first needed and kept until the end.</summary>
internal sealed class Analyzers(Installation installation) : IDisposable
{
    private readonly Dictionary<Convention, Analyzer> _loaded = [];

    /// <summary>The analyzer that follows a convention.</summary>
    /// <exception cref="Core.Errors.SaysoException">The model cannot be used (<c>SAY3001</c>).</exception>
    public Analyzer Of(Convention convention)
    {
        if (!_loaded.TryGetValue(convention, out var analyzer))
        {
            analyzer = new Analyzer(AttributionModel.Load(installation.Model), new AnalyzerOptions { Convention = convention });
            _loaded.Add(convention, analyzer);
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
