import 'genesys-webchat';
