var vault = new Vault();
var key = FernetEncoding.GenerateKey();

sealed class Vault
{
    public string? Read(string name) => null;
}
