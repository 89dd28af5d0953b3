using ConnectionGen.TestbedFiles;

namespace ConnectionGen;

/// <summary>A <c>tacacs</c> block: how a login that asks for user and password looks, and the user's name.</summary>
public sealed class LoginPrompts
{
    private readonly YamlMapping? _own;
    private readonly YamlMapping? _inherited;
    private readonly ValueScope _scope;

    internal LoginPrompts(YamlMapping? own, YamlMapping? inherited, ValueScope scope)
    {
        _own = own;
        _inherited = inherited;
        _scope = scope;
    }

    /// <summary>What asks for the user's name; <c>login:</c> unless the file says otherwise.</summary>
    public string LoginPrompt => this["login_prompt"] ?? "login:";

    /// <summary>What asks for the password; <c>Password:</c> unless the file says otherwise.</summary>
    public string PasswordPrompt => this["password_prompt"] ?? "Password:";

    /// <summary>The user's name; that of who runs the program unless the file says otherwise.</summary>
    public string Username => this["username"] ?? Environment.UserName;

    /// <summary>The text under any key, of the device or else of the testbed; null where neither has it.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="TestbedValueException">It is not a single value, or its markup gives nothing.</exception>
    public string? this[string key] => _scope.Text(_own, key) ?? _scope.Text(_inherited, key);
}
