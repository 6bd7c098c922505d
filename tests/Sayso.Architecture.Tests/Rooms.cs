using System.Reflection;

namespace Sayso.Architecture.Tests;

/// <summary>The assemblies of the house.</summary>
internal static class Rooms
{
    /// <summary>The rooms that stand side by side: each knows Core, none knows another.</summary>
    public static IReadOnlyList<string> Siblings { get; } = ["Evaluation", "Inference", "Ingestion", "Storage", "Web"];

    /// <summary>All that is library code.</summary>
    public static IReadOnlyList<string> Libraries { get; } = ["Core", .. Siblings];

    public static Assembly Load(string room) => Assembly.Load("Sayso." + room);
}
