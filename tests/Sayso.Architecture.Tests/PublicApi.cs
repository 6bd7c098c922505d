using System.Reflection;
using System.Runtime.CompilerServices;

namespace Sayso.Architecture.Tests;

/// <summary>What an assembly offers to others, in lines: each public type, then its members, in ordinal order.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> _words = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(char)] = "char",
        [typeof(short)] = "short",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    /// <summary>The lines.</summary>
    public static IReadOnlyList<string> Of(Assembly assembly) =>
    [
        .. assembly.GetExportedTypes().Where(IsOffered).OrderBy(t => t.FullName, StringComparer.Ordinal).SelectMany(type => Members(type).Select(m => "    " + m).Prepend(Head(type))),
    ];

    /// <summary>Razor makes components public, and with them what they show: of the page, only its own namespace is meant for others.</summary>
    private static bool IsOffered(Type type) => !type.Namespace!.StartsWith("Sayso.Web.", StringComparison.Ordinal) && type.FullName != "Sayso.Web._Imports";

    private static string Head(Type type)
    {
        var kind = type.IsEnum ? "enum"
            : type.IsInterface ? "interface"
            : type.IsValueType ? "struct"
            : type is { IsAbstract: true, IsSealed: true } ? "static class"
            : type.IsAbstract ? "abstract class"
            : "class";
        var record = type.GetMethod("<Clone>$", Declared) is not null || type.GetMethod("PrintMembers", Declared) is not null ? "record " : string.Empty;
        var bases = type.IsEnum ? [] : type.GetInterfaces().Except(type.BaseType?.GetInterfaces() ?? [])
            .Where(i => i.IsPublic && !(i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEquatable<>))).Select(Name).Order(StringComparer.Ordinal)
            .Prepend(type.BaseType is { } b && b != typeof(object) && b != typeof(ValueType) ? Name(b) : string.Empty).Where(n => n.Length > 0).ToList();
        return $"{record}{kind} {type.Namespace}.{Name(type)}{(bases.Count > 0 ? " : " + string.Join(", ", bases) : string.Empty)}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name))}");
        }

        var context = new NullabilityInfoContext();
        var constructors = type.GetConstructors(Declared).Where(c => IsSeen(c) && !IsMade(c)).Select(c => $"new({Parameters(c, context)})");
        var methods = type.GetMethods(Declared).Where(m => IsSeen(m) && !IsMade(m) && !IsAccessor(m))
            .Select(m => $"{Static(m)}{Name(context.Create(m.ReturnParameter))} {m.Name}{Generic(m)}({Parameters(m, context)})");
        var properties = type.GetProperties(Declared).Where(p => p.GetAccessors(nonPublic: true).Any(IsSeen) && p.Name != "EqualityContract")
            .Select(p => $"{Static(p.GetAccessors(nonPublic: true)[0])}{Name(context.Create(p))} {p.Name} {Accessors(p)}");
        var fields = type.GetFields(Declared).Where(f => f.IsPublic)
            .Select(f => f.IsLiteral ? $"const {Name(f.FieldType)} {f.Name} = {Written(f.GetRawConstantValue())}" : $"{(f.IsStatic ? "static " : string.Empty)}{Name(context.Create(f))} {f.Name}");
        return constructors.Concat(methods).Concat(properties).Concat(fields).Order(StringComparer.Ordinal);
    }

    private static string Written(object? value) => value is string text ? $"\"{text.ReplaceLineEndings("\\n")}\"" : $"{value ?? "null"}";

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsMade(MethodBase method) =>
        method.IsDefined(typeof(CompilerGeneratedAttribute)) || method.Name.Contains('<', StringComparison.Ordinal) || (method.IsConstructor && method.IsStatic);

    private static bool IsAccessor(MethodInfo method) => method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static string Static(MethodBase method) => method.IsStatic ? "static " : string.Empty;

    private static string Accessors(PropertyInfo property)
    {
        var set = property.SetMethod is { } s && IsSeen(s)
            ? s.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init; " : "set; "
            : string.Empty;
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : string.Empty;
        return $"{{ {required}{(property.GetMethod is { } g && IsSeen(g) ? "get; " : string.Empty)}{set}}}";
    }

    private static string Generic(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : string.Empty;

    private static string Parameters(MethodBase method, NullabilityInfoContext context) => string.Join(", ", method.GetParameters().Select(p =>
        $"{(p.IsDefined(typeof(ParamArrayAttribute)) || p.IsDefined(typeof(ParamCollectionAttribute)) ? "params " : string.Empty)}{(p.IsOut ? "out " : p.ParameterType.IsByRef ? "ref " : string.Empty)}"
        + $"{Name(context.Create(p))} {p.Name}{(p.HasDefaultValue ? " = " + Written(p.DefaultValue) : string.Empty)}"));

    /// <summary>A type with a question mark wherever it may be null.</summary>
    private static string Name(NullabilityInfo info)
    {
        var type = info.Type.IsByRef ? info.Type.GetElementType()! : info.Type;
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Name(value) + "?";
        }

        var name = type.IsArray && info.ElementType is { } element ? Name(element) + "[]"
            : type.IsGenericType && info.GenericTypeArguments.Length == type.GetGenericArguments().Length
                ? $"{Bare(type)}<{string.Join(", ", info.GenericTypeArguments.Select(Name))}>"
            : Name(type);
        return info.ReadState == NullabilityState.Nullable && !type.IsValueType ? name + "?" : name;
    }

    private static string Name(Type type) =>
        _words.TryGetValue(type, out var word) ? word
        : type.IsByRef ? Name(type.GetElementType()!)
        : type.IsArray ? Name(type.GetElementType()!) + "[]"
        : Nullable.GetUnderlyingType(type) is { } value ? Name(value) + "?"
        : type.IsGenericType ? $"{Bare(type)}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : Bare(type);

    private static string Bare(Type type)
    {
        var name = type.Name.Split('`')[0];
        return type is { IsNested: true, IsGenericParameter: false } ? $"{Bare(type.DeclaringType!)}.{name}" : name;
    }
}
