using Sayso.Core.Errors;

namespace Sayso.Ingestion;

/// <summary>Stops the reading of an input from deep inside it; the walk turns it into the problem that it carries.</summary>
internal sealed class RefusedException(Problem problem) : Exception(problem.Message)
{
    /// <summary>Why.</summary>
    public Problem Problem { get; } = problem;
}
