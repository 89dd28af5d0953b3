using ConnectionGen.TestbedFiles;

namespace ConnectionGen.Generators;

/// <summary>The call that gives a value of a testbed file as an argument's type.</summary>
internal static class ArgumentReader
{
    /// <summary>Such as <c>ToInt32()</c>; what comes before the dot is the value.</summary>
    public static string Of(ArgumentType type) => type.Kind switch
    {
        ArgumentKind.Scalar => Scalar(type.Word) + "()",
        ArgumentKind.Enum => $"ToEnum<{TypeNames.Of(type.Type)}>()",
        ArgumentKind.Array => OfItems("ToArray", type),
        ArgumentKind.List => OfItems("ToList", type),
        ArgumentKind.Map => OfItems("ToMap", type),
        ArgumentKind.Dictionary => OfItems("ToDictionary", type),
        _ => Record(type),
    };

    private static string OfItems(string method, ArgumentType type) => $"{method}<{TypeNames.Of(type.ItemType!)}>(static value => value.{Of(type.Item!)})";

    private static string Record(ArgumentType type)
    {
        var name = TypeNames.Of(type.Type);
        var values = type.Fields.Select(static f =>
        {
            var key = CSharpText.Text(ArgumentKey.FromParameter(f.Parameter.Name));
            return $"block.Find({key})?.{Of(f.Type)}{ArgumentParser.Fallback(f.Parameter, "block")}";
        });
        var keys = type.Fields.Select(static f => CSharpText.Text(ArgumentKey.FromParameter(f.Parameter.Name)));
        return $"ToRecord<{name}>(static block => new {name}({string.Join(", ", values)}), {string.Join(", ", keys)})";
    }

    private static string Scalar(string word) => word switch
    {
        "text" => "ToText",
        "secret" => "ToSecret",
        "bool" => "ToBoolean",
        "byte" => "ToByte",
        "sbyte" => "ToSByte",
        "short" => "ToInt16",
        "ushort" => "ToUInt16",
        "int" => "ToInt32",
        "uint" => "ToUInt32",
        "long" => "ToInt64",
        "ulong" => "ToUInt64",
        "float" => "ToSingle",
        "double" => "ToDouble",
        "decimal" => "ToDecimal",
        "char" => "ToChar",
        "time" => "ToTimeSpan",
        "uri" => "ToUri",
        _ => "ToIPAddress",
    };
}
