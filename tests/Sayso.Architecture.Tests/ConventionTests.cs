using System.CodeDom.Compiler;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Sayso.Architecture.Tests;

/// <summary>Conventions of the public types, checked on what was compiled.</summary>
public sealed class ConventionTests
{
    private const int MostParameters = 4;

    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private const BindingFlags Own = Declared | BindingFlags.NonPublic;

    /// <summary>Private methods that take more; none may be added.</summary>
    private static readonly string[] _yetToMend =
    [
        "Sayso.Core.Quantities.QuantityReader.Made", "Sayso.Core.Quantities.QuantityReader.Of", "Sayso.Core.Quantities.Ranges.At", "Sayso.Core.Quantities.Subjects.Subject",
    ];

    public static TheoryData<string> Libraries => [.. Rooms.Libraries];

    public static TheoryData<string> AllRooms => [.. Rooms.Libraries, "Cli"];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Classes_AreSealedOrStatic(string room)
    {
        Assert.Empty(Types(room).Where(t => t is { IsClass: true, IsSealed: false } && !IsRoot(t) && !IsComponent(t)).Select(t => t.FullName));
    }

    [Fact]
    public void DomainTypes_CannotBeChanged()
    {
        var settable = Types("Core").SelectMany(t => t.GetProperties(Declared))
            .Where(p => p.SetMethod is { IsPublic: true } set && !IsInit(set));
        var writable = Types("Core").SelectMany(t => t.GetFields(Declared)).Where(f => !f.IsInitOnly && !f.IsLiteral && !IsEnumValue(f));
        Assert.Empty(settable.Concat<MemberInfo>(writable).Select(Name));
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Methods_TakeFewParameters(string room)
    {
        // What the compiler adds to a record (Deconstruct) has as many as the record has values; to a delegate (BeginInvoke), two more.
        Assert.Empty(Methods(room).Where(m => m.GetParameters().Length > MostParameters && m.Name is not ("Deconstruct" or "BeginInvoke")).Select(Name));
    }

    [Theory]
    [MemberData(nameof(AllRooms))]
    public void PrivateMethods_TakeFewParameters(string room)
    {
        var methods = from type in (room == "Cli" ? Assembly.Load("sayso") : Rooms.Load(room)).GetTypes()
                      where !IsMade(type)
                      from method in type.GetMethods(Own).Concat<MethodBase>(IsRecord(type) ? [] : type.GetConstructors(Own))
                      where !IsMade(method) && !IsOfSystem(method) && method.Name is not ("Deconstruct" or "BeginInvoke") && method.GetParameters().Length > MostParameters
                      select Name(method);
        Assert.Empty(methods.Except(_yetToMend));
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void CancellationToken_IsTheLastParameter(string room)
    {
        // A delegate has a method that the compiler makes, with a callback behind its own parameters.
        Assert.Empty(Methods(room).Where(m => m.Name != "BeginInvoke" && m.GetParameters().SkipLast(1).Any(p => p.ParameterType == typeof(CancellationToken))).Select(Name));
    }

    /// <summary>A closed hierarchy: an abstract type whose constructors only its nested cases can reach.</summary>
    private static bool IsRoot(Type type) => type.IsAbstract
        && type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).All(c => c.IsPrivate || IsCopy(type, c));

    /// <summary>What Razor compiles is open, whatever its author wants.</summary>
    private static bool IsComponent(Type type) => type.GetInterface("Microsoft.AspNetCore.Components.IComponent") is not null || type.Name == "_Imports";

    private static bool IsCopy(Type type, ConstructorInfo constructor) =>
        constructor.GetParameters() is [var only] && only.ParameterType == type;

    /// <summary>A record's constructor takes the record's values, however many.</summary>
    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$", Own) is not null || type.GetMethod("PrintMembers", Own) is not null;

    /// <summary>What the compiler makes has names that nobody can write.</summary>
    private static bool IsMade(MemberInfo member) =>
        member.Name.Contains('<', StringComparison.Ordinal) || member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || (member.DeclaringType is { } outer && IsMade(outer));

    /// <summary>A call of the system takes what the system wants.</summary>
    private static bool IsOfSystem(MethodBase method) => method.IsDefined(typeof(GeneratedCodeAttribute)) || method.Attributes.HasFlag(MethodAttributes.PinvokeImpl);

    private static bool IsInit(MethodInfo set) =>
        set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static bool IsEnumValue(FieldInfo field) => field.DeclaringType!.IsEnum;

    private static Type[] Types(string room) => Rooms.Load(room).GetExportedTypes();

    private static IEnumerable<MethodInfo> Methods(string room) => Types(room).SelectMany(t => t.GetMethods(Declared));

    private static string Name(MemberInfo member) => $"{member.DeclaringType!.FullName}.{member.Name}";
}
