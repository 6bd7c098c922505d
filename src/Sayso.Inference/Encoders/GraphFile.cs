using Microsoft.ML.OnnxRuntime;

namespace Sayso.Inference.Encoders;

/// <summary>A graph file in memory, opened as all of ours should run.</summary>
internal static class GraphFile
{
    /// <summary>Opens a graph and checks its form.</summary>
    /// <param name="path">The ONNX file.</param>
    /// <param name="threads">
    /// Threads inside one run. One, where several runs go on at once: that way none waits for another, and the order of
    /// additions does not depend on the machine.
    /// </param>
    /// <param name="inputs">Names that it must have.</param>
    /// <param name="outputs">Names that it must have.</param>
    /// <exception cref="OnnxRuntimeException">The graph is damaged.</exception>
    /// <exception cref="FormatException">It is not of the form.</exception>
    public static InferenceSession Open(string path, int threads, IReadOnlyList<string> inputs, IReadOnlyList<string> outputs)
    {
        Telemetry.Refuse();

        // The graph is written as it should run: the further rewritings would only fuse what is faster apart.
        using var options = new SessionOptions
        {
            IntraOpNumThreads = threads,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_BASIC,
            EnableMemoryPattern = false,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        var session = new InferenceSession(path, options);
        if (inputs.Where(name => !session.InputMetadata.ContainsKey(name))
            .Concat(outputs.Where(name => !session.OutputMetadata.ContainsKey(name))).FirstOrDefault() is { } missing)
        {
            session.Dispose();
            throw new FormatException($"The graph has no {missing}.");
        }

        return session;
    }

    /// <summary>A view of values as a tensor.</summary>
    public static OrtValue Tensor<T>(Memory<T> values, long[] shape)
        where T : unmanaged => OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, values, shape);
}
