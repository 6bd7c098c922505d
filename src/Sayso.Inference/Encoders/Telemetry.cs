using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace Sayso.Inference.Encoders;

/// <summary>
/// Nothing that Sayso does leaves the machine. ONNX Runtime's own builds, since 1.29 those for Linux too, report to their
/// makers which models are run, and keep a number for the machine in the user's home, unless they are told not to before
/// they start.
/// </summary>
internal static partial class Telemetry
{
    private const string Refusal = "ORT_DISABLE_TELEMETRY";

    private static readonly Lazy<bool> _refused = new(() =>
    {
        Environment.SetEnvironmentVariable(Refusal, "1");
        if (!OperatingSystem.IsWindows())
        {
            // What .NET keeps as the environment is its own copy there, which native code does not see (setenv(3)).
            _ = SetVariable(Refusal, "1", overwrite: 1);
        }

        OrtEnv.Instance().DisableTelemetryEvents();
        return true;
    });

    /// <summary>Says so, once; comes before everything else that touches the runtime.</summary>
    public static void Refuse() => _ = _refused.Value;

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetVariable(string name, string value, int overwrite);
}
