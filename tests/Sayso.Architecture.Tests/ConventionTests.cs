using System.Reflection;
using System.Runtime.CompilerServices;

namespace Sayso.Architecture.Tests;

/// <summary>Conventions of the public types, checked on what was compiled.</summary>
public sealed class ConventionTests
{
    private const int MostParameters = 4;

    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static TheoryData<string> Libraries => [.. Rooms.Libraries];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Classes_AreSealedOrStatic(string room)
    {
        Assert.Empty(Types(room).Where(t => t is { IsClass: true, IsSealed: false } && !IsRoot(t)).Select(t => t.FullName));
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
        // What the compiler adds to a record (Deconstruct) has as many as the record has values.
        Assert.Empty(Methods(room).Where(m => m.GetParameters().Length > MostParameters && m.Name != "Deconstruct").Select(Name));
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void CancellationToken_IsTheLastParameter(string room)
    {
        Assert.Empty(Methods(room).Where(m => m.GetParameters().SkipLast(1).Any(p => p.ParameterType == typeof(CancellationToken))).Select(Name));
    }

    /// <summary>A closed hierarchy: an abstract type whose constructors only its nested cases can reach.</summary>
    private static bool IsRoot(Type type) => type.IsAbstract
        && type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).All(c => c.IsPrivate || IsCopy(type, c));

    private static bool IsCopy(Type type, ConstructorInfo constructor) =>
        constructor.GetParameters() is [var only] && only.ParameterType == type;

    private static bool IsInit(MethodInfo set) =>
        set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static bool IsEnumValue(FieldInfo field) => field.DeclaringType!.IsEnum;

    private static Type[] Types(string room) => Rooms.Load(room).GetExportedTypes();

    private static IEnumerable<MethodInfo> Methods(string room) => Types(room).SelectMany(t => t.GetMethods(Declared));

    private static string Name(MemberInfo member) => $"{member.DeclaringType!.FullName}.{member.Name}";
}
