using Sayso.Core.Claims;
using Sayso.Inference.Models;
using Sayso.Inference.Sentences;

namespace Sayso.Cli.Pipeline;

/// <summary>The encoder of sentences, loaded when it is first needed and kept until the end.</summary>
internal sealed class SentenceEncoders(Installation installation) : IDisposable
{
    private SentenceEncoder? _encoder;

    /// <summary>The vectors of texts, in their order.</summary>
    /// <exception cref="Core.Errors.SaysoException">The model cannot be used (<c>SAY3001</c>).</exception>
    public IReadOnlyList<SentenceVector> Encode(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        _encoder ??= new SentenceEncoder(SentenceModel.Load(installation.SentenceModel));
        return _encoder.Encode(texts, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _encoder?.Dispose();
}
