using ConnectionGen.TestbedFiles;
using Microsoft.CodeAnalysis;

namespace ConnectionGen.Generators;

/// <summary>A constructor parameter to an argument.</summary>
internal static class ArgumentParser
{
    /// <summary>Null where the parameter cannot be given on.</summary>
    public static ArgumentModel? Parse(IParameterSymbol parameter)
    {
        if (parameter.RefKind != RefKind.None || !ServiceParser.CanForward(parameter.Type) || parameter.Name.Length == 0)
        {
            return null;
        }

        var type = TypeNames.Of(parameter.Type);
        var written = ArgumentType.Of(parameter.Type);
        return new ArgumentModel(
            parameter.Name,
            ArgumentKey.FromParameter(parameter.Name),
            type,
            TypeNames.Optional(parameter.Type, type),
            written?.Form() ?? "any",
            written is null ? null : ArgumentReader.Of(written),
            Fallback(parameter, "context__.Arguments"));
    }

    /// <summary>What follows where nobody says a value.</summary>
    /// <param name="parameter">The parameter that needs one.</param>
    /// <param name="block">What says so where it has no default.</param>
    public static string Fallback(IParameterSymbol parameter, string block)
    {
        var type = TypeNames.Of(parameter.Type);
        var isNullable = type.EndsWith("?", StringComparison.Ordinal);
        switch (DefaultValue.Of(parameter))
        {
            case null when parameter.IsParams:
                return " ?? []";
            case null:
                return isNullable ? "" : $" ?? throw {block}.Missing({CSharpText.Text(ArgumentKey.FromParameter(parameter.Name))})";
            case "null":
                return "";
            case "default" or "default!" when isNullable:
                return "";
            case "default" or "default!":
                return $" ?? default({type})!";
            case var value:
                return " ?? " + value;
        }
    }
}
