namespace Sayso.Core.Errors;

/// <summary>A failure of the surroundings (ledger, model, output) that ends a command; carries its <see cref="Problem"/>.</summary>
public sealed class SaysoException : Exception
{
    /// <summary>Makes the exception of a problem.</summary>
    public SaysoException(Problem problem, Exception? inner = null)
        : base(problem?.Message, inner)
    {
        ArgumentNullException.ThrowIfNull(problem);
        Problem = problem;
    }

    /// <summary>Makes the exception of a code and a message.</summary>
    public SaysoException(string code, string message, Exception? inner = null)
        : this(new Problem(code, message), inner)
    {
    }

    /// <summary>What is wrong, for the user.</summary>
    public Problem Problem { get; }
}
